package slow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** As one that closes its connections when its JVM exits, and lets what they carry come to an end. */
final class Application {
    static final Path STOPPED = Path.of(System.getProperty("basedir"), "target", "stopped");

    private static final int SECONDS = 8;

    private Application() {}

    static void start(Class<?> test) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(test.getSimpleName())));
    }

    private static void stop(String name) {
        try {
            if (!new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS)) {
                Files.writeString(STOPPED, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
