package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.process.OwnCommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What Surefire wrote down for its booter. */
class BooterTest {
    @TempDir
    Path directory;

    @Test
    void whatWasScannedIsThereInItsOrder() {
        assertEquals(
                List.of("p.B", "p.A"),
                Forks.in(directory, "tc.0", "p.B", "tc.1", "p.A", "tc.3", "p.X").classes());
        assertEquals(List.of(), Forks.in(directory).classes());
    }

    @Test
    void aForkForOneClassHasOne() {
        assertEquals(
                List.of("p.A"),
                Forks.in(directory, "forkTestSet", "java.lang.String|p.A", "tc.0", "p.B")
                        .classes());
    }

    @Test
    void numbersAreZeroWhereThereAreNone() {
        Booter booter = Forks.in(directory, Booter.FORK_NUMBER, "3");
        assertEquals(3, booter.number(Booter.FORK_NUMBER));
        assertEquals(0, booter.number(Booter.RERUNS));
        assertEquals("", booter.value(Booter.REPORTS));
    }

    @Test
    void mavenIsThereAsLongAsItsProcessIsOrIfNobodyKnowsIt() {
        String own = Long.toString(ProcessHandle.current().pid());
        assertTrue(Forks.in(directory, Booter.MAVEN_PID, own).isMavenThere());
        assertFalse(Forks.in(directory, Booter.MAVEN_PID, "999999999999").isMavenThere());
        assertTrue(Forks.in(directory).isMavenThere());
    }

    @Test
    void theProviderTellsWhetherThePlatformRunsTheTests() {
        assertTrue(Forks.in(directory, Booter.PROVIDER, Forks.PLATFORM).usesPlatform());
        assertFalse(Forks.in(directory, Booter.PROVIDER, "org.apache.maven.surefire.junit4.JUnit4Provider")
                .usesPlatform());
        assertFalse(Forks.in(directory).usesPlatform());
    }

    @Test
    void aJarOrAClassPathStandsBetweenOptionsAndArguments() {
        Booter jar = Forks.in(directory);
        assertEquals(List.of("-jar", directory.resolve("boot.jar").toString()), jar.launch());
        assertEquals(Optional.of(directory.resolve("boot.jar")), jar.bootJar());

        List<String> main = List.of("-cp", "a:b", Booter.MAIN_CLASS, directory.toString(), "dump", "1", "2");
        Booter classPath = new Booter(new OwnCommandLine("java", List.of(), main), new Properties(), new Properties());
        assertEquals(List.of("-cp", "a:b", Booter.MAIN_CLASS), classPath.launch());
        assertEquals(Optional.empty(), classPath.bootJar());
        assertEquals(directory, classPath.directory());
    }

    @Test
    void aWorkerHasTheSameArgumentsButFilesOfItsOwn() {
        assertEquals(
                List.of(directory.toString(), "dump", "mine", "others"),
                Forks.in(directory).arguments(directory.resolve("mine"), directory.resolve("others")));
    }

    @Test
    void theClassPathOfTheTestsIsOfFilesOrUrls() throws IOException {
        Path classes = directory.resolve("classes");
        Booter booter = Forks.in(
                directory,
                "classPathUrl.0",
                classes.toString(),
                "classPathUrl.1",
                classes.toUri().toString());
        assertEquals(List.of(classes.toUri().toURL(), classes.toUri().toURL()), booter.testClassPath());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsWrittenForAWorkerOnlyItsOwnerReads() throws IOException {
        Properties properties = Forks.properties("name", "v\u00e4lue\nof two lines");
        Path file = Forks.in(directory).store(properties);
        assertEquals(directory, file.getParent());
        Properties read = new Properties();
        try (var in = Files.newInputStream(file)) {
            read.load(in);
        }
        assertEquals(properties, read);
        assertEquals(
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                Files.getPosixFilePermissions(file));
    }

    @Test
    void whereNothingCanBeWrittenTheErrorSaysWhere() {
        Path gone = directory.resolve("gone");
        IOException thrown =
                assertThrows(IOException.class, () -> Forks.in(gone).store(new Properties()));
        assertTrue(thrown.getMessage().startsWith("no properties for a worker in " + gone), thrown::getMessage);
    }
}
