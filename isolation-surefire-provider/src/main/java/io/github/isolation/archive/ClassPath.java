package io.github.isolation.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A worker's class path, with the test infrastructure first. The JVM believes an archive only if the class path begins as it
 * did when the archive was made, so jars must come before the directories of the tests; only jars that nobody else has
 * classes of are moved, and all of them keep their order.
 *
 * @param infrastructure Surefire's, JUnit's and our own jars; of a suite's own archive, others as well
 * @param rest everything else, the tests first
 */
record ClassPath(List<Path> infrastructure, List<Path> rest) {
    private static final Pattern INFRASTRUCTURE = Pattern.compile(
            "(surefire-(?!junit4|junit47|junit3|testng).*|common-(java5|junit[345][0-9]?)-.*|maven-surefire-common-.*"
                    + "|isolation-surefire-provider-.*|junit-(platform|jupiter)-?.*|opentest4j-.*|apiguardian-api-.*)\\.jar");

    /** Of this one the name alone says too little: others may have an API for some isolation. */
    private static final Pattern API =
            Pattern.compile(".*/io/github/isolation/isolation-api/[^/]+/isolation-api-[^/]+\\.jar");

    /** Packages of the infrastructure, as directories: whoever has one of them must not lose its place. */
    static final List<String> PACKAGES = List.of(
            "org/junit/platform/",
            "org/junit/jupiter/",
            "org/opentest4j/",
            "org/apiguardian/",
            "org/apache/maven/surefire/",
            "io/github/isolation/fork/",
            "io/github/isolation/protocol/");

    /** What the manifest of Surefire's own jar names. */
    static ClassPath ofManifest(Path bootJar) throws IOException {
        try (JarFile jar = new JarFile(bootJar.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (named == null) {
                throw new IOException(bootJar + " names no class path");
            }
            List<Path> entries = new ArrayList<>();
            for (String entry : named.strip().split("\\s+", -1)) {
                entries.add(Path.of(bootJar.toUri().resolve(entry)).normalize());
            }
            return of(entries);
        }
    }

    static ClassPath of(List<Path> entries) {
        var parts = entries.stream()
                .collect(Collectors.partitioningBy(
                        entry -> INFRASTRUCTURE.matcher(name(entry)).matches() || isApi(entry)));
        return new ClassPath(List.copyOf(parts.get(true)), List.copyOf(parts.get(false)));
    }

    /** The same with more of the rest first, behind the infrastructure. */
    ClassPath withFirst(List<Path> moved) {
        return new ClassPath(
                Stream.concat(infrastructure.stream(), moved.stream()).toList(),
                rest.stream().filter(entry -> !moved.contains(entry)).toList());
    }

    /** In the form of {@code -cp}. */
    String text() {
        return text(Stream.concat(infrastructure.stream(), rest.stream()));
    }

    /** Only what the archive is made of. */
    String infrastructureText() {
        return text(infrastructure.stream());
    }

    /** Whether a worker could run a test of Jupiter's with nothing but the infrastructure. */
    boolean isEnough() {
        return infrastructure.stream().anyMatch(jar -> name(jar).startsWith("junit-jupiter-engine-"))
                && infrastructure.stream().anyMatch(ClassPath::isApi);
    }

    /** A directory with classes of the infrastructure, which stock Surefire would prefer to the jars. */
    boolean isShadowedByDirectory() {
        return rest.stream()
                .anyMatch(entry -> PACKAGES.stream().anyMatch(name -> Files.isDirectory(entry.resolve(name))));
    }

    /** Other jars; they may have classes of the infrastructure, too. */
    List<Path> otherJars() {
        return rest.stream()
                .filter(entry -> name(entry).endsWith(".jar") && Files.isRegularFile(entry))
                .toList();
    }

    private static String text(Stream<Path> entries) {
        return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isApi(Path entry) {
        return API.matcher(entry.toString().replace(File.separatorChar, '/')).matches();
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
