package io.github.isolation.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * Jars that bring the infrastructure's classes along, as fat jars do. Where they come first, users run those classes, and no
 * archive is worth changing that.
 */
final class ShadowingJars {
    private ShadowingJars() {}

    static boolean isOne(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .anyMatch(entry -> entry.getName().endsWith(".class")
                            && ClassPath.PACKAGES.stream()
                                    .anyMatch(name -> entry.getName().startsWith(name)));
        }
    }
}
