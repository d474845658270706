package io.github.isolation.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The bodies of tests that really ran, a line each in {@code target/bodies/RUN.txt}: written with one append, so that what a
 * body noted is there however its JVM ends, and whatever the reports say.
 */
public final class Bodies {

    private Bodies() {}

    /** Notes that a body got here. */
    public static void ran(String name) {
        Path file = file();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the bodies of all JVMs of this run have noted so far. */
    public static List<String> soFar() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return Path.of(System.getProperty("basedir", ""), "target", "bodies", System.getProperty("run") + ".txt");
    }
}
