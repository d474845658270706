package io.github.isolation.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The class-data archives of a build that has a cache directory of its own. */
public final class Archives {
    private static final long PATIENCE_IN_SECONDS = 240;

    private Archives() {}

    /** Waits until one is there: on a busy machine that takes longer than a build waits for it, and a build behind this one wants it. */
    public static void await(Path cacheDirectory) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
        while (published(cacheDirectory).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Within " + PATIENCE_IN_SECONDS + " s there was no archive in " + cacheDirectory);
            }
            Thread.sleep(50);
        }
    }

    /** Those that are there. What is complete has a directory with a name of its own. */
    public static List<Path> published(Path cacheDirectory) throws IOException {
        Path archives = cacheDirectory.resolve("cds").toAbsolutePath();
        if (!Files.isDirectory(archives)) {
            return List.of();
        }
        try (Stream<Path> directories = Files.list(archives)) {
            return directories
                    .filter(directory -> !directory.getFileName().toString().startsWith("."))
                    .map(directory -> directory.resolve("archive"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
