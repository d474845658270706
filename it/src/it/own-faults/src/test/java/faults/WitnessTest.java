package faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Keeps one fork busy until the build has said that the other cannot start a worker: otherwise the idle fork might have
 * taken what the vandal left before its own fork ever tried, and the fault would not have happened.
 */
class WitnessTest {
    private static final long PATIENCE_IN_SECONDS = 60;

    @Test
    void one() {}

    @Test
    void seesTheOtherForkFail() throws IOException, InterruptedException {
        Path log = Path.of(System.getProperty("basedir"), "build.log");
        try (WatchService watch = log.getFileSystem().newWatchService()) {
            log.getParent().register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
            while (!Files.readString(log).contains("did not start")) {
                WatchKey change = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (change == null) {
                    throw new AssertionError("No fork failed within " + PATIENCE_IN_SECONDS + " s");
                }
                change.pollEvents();
                change.reset();
            }
        }
    }
}
