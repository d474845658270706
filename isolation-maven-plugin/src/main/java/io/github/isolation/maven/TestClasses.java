package io.github.isolation.maven;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

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
        Count classes = new Count(enough);
        Files.walkFileTree(testOutputDirectory, classes);
        return Math.max(1, classes.found);
    }

    private static final class Count extends SimpleFileVisitor<Path> {
        private final int enough;
        private int found;

        Count(int enough) {
            this.enough = enough;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            found += name.endsWith(".class") && name.indexOf('$') < 0 ? 1 : 0;
            return found < enough ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        /** A directory that a container has left may be closed to us; Surefire looks past it as well. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
