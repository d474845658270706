package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the jars of the test infrastructure are moved, and not where that would change which class a test gets. */
class ClassPathTest {
    @TempDir
    Path directory;

    @Test
    void infrastructureComesFirstAndTheRestKeepsItsOrder() {
        ClassPath path = ClassPath.of(Stream.of(
                        "surefire-booter-3.6.1.jar",
                        "test-classes",
                        "classes",
                        "junit-4.13.2.jar",
                        "junit-jupiter-engine-5.13.4.jar",
                        "hamcrest-core-1.3.jar",
                        "commons-text-1.13.0.jar",
                        "common-java5-3.6.1.jar",
                        "opentest4j-1.3.0.jar",
                        "/m2/io/github/isolation/isolation-api/1/isolation-api-1.jar",
                        "junit-platform-launcher-1.13.4.jar")
                .map(Path::of)
                .toList());
        assertEquals(
                List.of(
                        "surefire-booter-3.6.1.jar",
                        "junit-jupiter-engine-5.13.4.jar",
                        "common-java5-3.6.1.jar",
                        "opentest4j-1.3.0.jar",
                        "/m2/io/github/isolation/isolation-api/1/isolation-api-1.jar",
                        "junit-platform-launcher-1.13.4.jar"),
                path.infrastructure().stream().map(Path::toString).toList());
        assertEquals(
                List.of(
                        "test-classes",
                        "classes",
                        "junit-4.13.2.jar",
                        "hamcrest-core-1.3.jar",
                        "commons-text-1.13.0.jar"),
                path.rest().stream().map(Path::toString).toList());
        assertTrue(path.isEnough());
    }

    @Test
    void ourApiIsKnownByWhereItIs() {
        List<Path> stranger = Stream.of(
                        "/m2/com/acme/isolation-api/2/isolation-api-2.jar", "junit-jupiter-engine-5.13.4.jar")
                .map(Path::of)
                .toList();
        assertEquals(stranger.subList(0, 1), ClassPath.of(stranger).rest());
        assertFalse(ClassPath.of(stranger).isEnough());
    }

    @Test
    void aDirectoryWithClassesOfJUnitIsNoticed() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        assertFalse(ClassPath.of(List.of(classes)).isShadowedByDirectory());
        Files.createDirectories(classes.resolve("org/junit/platform/launcher"));
        assertTrue(ClassPath.of(List.of(classes)).isShadowedByDirectory());
    }

    @Test
    void aFatJarIsNoticed() throws IOException {
        assertFalse(ShadowingJars.isOne(jar("lean.jar", "org/example/A.class", "org/junit/platform/notes.txt")));
        assertTrue(
                ShadowingJars.isOne(jar("fat.jar", "org/example/A.class", "org/junit/platform/engine/UniqueId.class")));
    }

    private Path jar(String name, String... entries) throws IOException {
        Path jar = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }
}
