package marker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** What code that can only {@code _exit} does before, and what it must not be able to do. */
final class Marker {

    private Marker() {}

    static Path path() {
        return Path.of(System.getenv("ISOLATION_RETIREMENT_MARKER"));
    }

    static String nonce() {
        return System.getenv("ISOLATION_RETIREMENT_NONCE");
    }

    static void write(Path path, String nonce) throws IOException {
        Files.writeString(path, nonce);
    }

    /** A file that outlives a run. */
    static Path kept(String name) {
        return Path.of(System.getProperty("basedir"), "target", name);
    }

    /** A death nobody meant, with a core of the JVM's own making. */
    static void crash() throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill", "-SEGV", Long.toString(ProcessHandle.current().pid()))
                .start();
        new CountDownLatch(1).await();
    }
}
