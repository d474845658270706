package io.github.isolation.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads the classes that other workers have loaded: in a JVM that ends as an archive of what it has, and in a worker that waits
 * for its first class, which will need them. None is initialized, so nothing of the user's runs; what cannot be loaded here is
 * not in the archive, or is loaded when it is needed.
 */
final class ListedClasses {
    private ListedClasses() {}

    static void load(Path file, ClassLoader loader) {
        try {
            for (String name : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                load(name, loader);
            }
        } catch (IOException e) {
            // An archive of less is one, too; and a worker that has loaded less loads it later.
        }
    }

    private static void load(String name, ClassLoader loader) {
        try {
            Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            // One of a directory, or one that needs some such.
        }
    }
}
