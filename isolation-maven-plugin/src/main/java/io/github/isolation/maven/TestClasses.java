package io.github.isolation.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many forks can have a class to run, as far as that is known before Surefire has looked for tests. */
final class TestClasses {
    private TestClasses() {}

    /**
     * The number of classes that this module has compiled for its tests, nested ones not counted; at least 1. More forks than
     * that are made ready when they are handed a class, of a dependency for example.
     *
     * @param enough where to stop counting
     */
    static int atMost(Path testOutputDirectory, int enough) throws IOException {
        if (!Files.isDirectory(testOutputDirectory)) {
            return 1;
        }
        try (Stream<Path> files = Files.walk(testOutputDirectory)) {
            long count = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                    .limit(enough)
                    .count();
            return (int) Math.max(1, count);
        }
    }
}
