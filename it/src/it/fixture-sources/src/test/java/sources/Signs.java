package sources;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/** What tests of two forks tell each other, and the script: a file for each. */
final class Signs {
    private static final long PATIENCE_IN_SECONDS = 120;
    private static final Path MODULE = Path.of(System.getProperty("basedir"));

    private Signs() {}

    /** Something that may or may not be so yet. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    static void give(String sign) throws IOException {
        give(sign, "");
    }

    static void give(String sign, String text) throws IOException {
        Path draft = Files.writeString(directory().resolve(sign + ".draft"), text);
        Files.move(draft, directory().resolve(sign), StandardCopyOption.ATOMIC_MOVE);
    }

    static boolean given(String sign) throws IOException {
        return Files.exists(directory().resolve(sign));
    }

    static void await(String sign) throws IOException, InterruptedException {
        await("the sign " + sign, directory(), () -> given(sign));
    }

    /** Waits until the build has printed this. */
    static void awaitLine(String part) throws IOException, InterruptedException {
        Path log = MODULE.resolve("build.log");
        await(part, MODULE, () -> Files.readString(log, StandardCharsets.ISO_8859_1)
                .contains(part));
    }

    private static void await(String what, Path where, Condition condition) throws IOException, InterruptedException {
        try (WatchService watch = where.getFileSystem().newWatchService()) {
            where.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
            while (!condition.holds()) {
                WatchKey change = watch.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (change == null) {
                    throw new AssertionError("Within " + PATIENCE_IN_SECONDS + " s there was not " + what);
                }
                change.pollEvents();
                change.reset();
            }
        }
    }

    private static Path directory() throws IOException {
        return Files.createDirectories(MODULE.resolve("target/signs"));
    }
}
