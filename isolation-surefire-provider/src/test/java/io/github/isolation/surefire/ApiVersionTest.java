package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which API the runtime works with, of all that may be on a class path. */
class ApiVersionTest {
    private static final String ISOLATION = "io/github/isolation/Isolation.class";
    private static final String OF_API = "META-INF/isolation/api.properties";

    @TempDir
    private Path directory;

    private Path runtime;

    @BeforeEach
    void runtimeOfOneVersion() throws IOException {
        runtime = directory.resolve("runtime");
        Path file = runtime.resolve("META-INF/isolation/runtime.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "version=1.2.0");
    }

    @Test
    void itsOwnAndThatOfThisBuildAreRight() throws IOException {
        assertEquals(Optional.empty(), problem(api("a", "1.2.0"), runtime));
        assertEquals(Optional.empty(), ApiVersion.problem(ApiVersion.class.getClassLoader()));
    }

    @Test
    void anotherVersionIsNotAndIsNamedWithItsPlace() throws IOException {
        for (String version : List.of("1.1.0", "1.3.0", "1.2.0-SNAPSHOT")) {
            Path api = api("api " + version, version);
            assertEquals(
                    Optional.of("isolation: the tests' class path has isolation-api " + version + " ("
                            + api.toUri().toURL()
                            + "), and isolation-surefire-provider 1.2.0: give both the same version."),
                    problem(api, runtime));
        }
    }

    @Test
    void ofTwoTheFirstIsTheOneThatIsLoaded() throws IOException {
        Path own = api("own", "1.2.0");
        Path other = api("other", "1.1.0");
        assertEquals(Optional.empty(), problem(own, other, runtime));
        assertEquals(true, problem(other, own, runtime).isPresent());
    }

    @Test
    void classesThatDoNotSayTheirVersionAreNotBelievedToHaveOurs() throws IOException {
        Path fat = api("fat", null);
        assertEquals(
                Optional.of("isolation: the tests' class path has isolation-api of an unknown version ("
                        + fat.toUri().toURL()
                        + "), and isolation-surefire-provider 1.2.0: give both the same version."),
                problem(fat, api("own", "1.2.0"), runtime));
    }

    @Test
    void withoutAnyTheUserIsToldWhatToAdd() throws IOException {
        assertEquals(
                Optional.of(
                        "isolation: isolation-api is not on the class path of the tests: add it to their dependencies,"
                                + " version 1.2.0."),
                problem(runtime));
    }

    private static Optional<String> problem(Path... classPath) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            urls.add(entry.toUri().toURL());
        }
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), null)) {
            return ApiVersion.problem(loader);
        }
    }

    /** As much of a jar as is looked at; without a version for those who repackage classes. */
    private Path api(String name, String version) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(ISOLATION));
            if (version != null) {
                out.putNextEntry(new JarEntry(OF_API));
                out.write(("version=" + version).getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
