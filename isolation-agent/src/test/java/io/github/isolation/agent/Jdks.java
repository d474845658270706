package io.github.isolation.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDK that runs this, and a Java 25 where there is one. */
final class Jdks {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private Jdks() {}

    static List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        found.add(Path.of(System.getProperty("java.home")));
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> jdks = Files.list(INSTALLED)) {
                jdks.filter(Jdks::isNewer).findFirst().ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isNewer(Path jdk) {
        Path release = jdk.resolve("release");
        try {
            return Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }
}
