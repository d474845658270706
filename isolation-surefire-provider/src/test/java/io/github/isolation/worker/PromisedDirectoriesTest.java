package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.ForkProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directories that a fork was promised: whether they are in force at the start, and there after each class. */
class PromisedDirectoriesTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final PromisedDirectories places =
            new PromisedDirectories(supervisor, new Guard(supervisor, new Resume(), "1"));
    private Path place;

    @TempDir
    Path directory;

    @BeforeEach
    void promise() throws IOException {
        place = Files.createDirectory(directory.resolve("tmp"));
        places.promise("java.io.tmpdir", place);
    }

    @Test
    void whatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "x");
        places.mend("p.A");
        assertTrue(Files.exists(file));
        assertEquals(List.of(), supervisor.told);
    }

    @Test
    void whatAClassHasDeletedIsThereAgainForTheNextOne() throws IOException {
        Files.delete(place);
        places.mend("p.A");
        assertTrue(Files.isDirectory(place));
        assertEquals(
                List.of("isolation: java.io.tmpdir (" + place
                        + ") was gone after p.A; the next class finds it again, empty"),
                supervisor.lines());
        places.mend("p.B");
        assertEquals(1, supervisor.lines().size());
    }

    @Test
    void aFileInItsPlaceMakesWay() throws IOException {
        Files.delete(place);
        Files.writeString(place, "x");
        places.mend("p.A");
        assertTrue(Files.isDirectory(place));
    }

    @Test
    void whatCannotBeMadeAgainIsSaid() throws IOException {
        Files.delete(place);
        Files.delete(directory);
        Files.writeString(directory, "in the way");
        try {
            places.mend("p.A");
            assertTrue(
                    supervisor.lines().get(0).contains(", and cannot be made again: "), supervisor.lines()::toString);
            assertFalse(Files.isDirectory(place));
        } finally {
            Files.delete(directory);
            Files.createDirectory(directory);
        }
    }

    @Test
    void aPromiseThatIsKeptIsNotMentioned() throws IOException {
        Path kept = Files.createDirectory(directory.resolve("kept"));
        PromisedDirectories noted = check("isolation.test.kept", kept, kept.toString());
        assertEquals(List.of(), lines("isolation.test.kept"));
        Files.delete(kept);
        noted.mend("p.A");
        assertTrue(Files.isDirectory(kept), "and it is kept as long as the worker lives");
    }

    @Test
    void aPropertyThatSomebodyElseHasSetIsSaidAndWhatToDo() {
        check("isolation.test.other", directory, "/elsewhere");
        String line = lines("isolation.test.other").get(0);
        assertTrue(
                line.startsWith("isolation: this fork was to have " + directory + " as its isolation.test.other"),
                line);
        assertTrue(line.contains("was set to /elsewhere after the JVM had started"), line);
        assertTrue(line.contains("Remove isolation.test.other from argLine and systemPropertyVariables"), line);
    }

    @Test
    void aPlaceThatTakesNoFileIsSaid() {
        Path missing = directory.resolve("missing");
        check("isolation.test.missing", missing, missing.toString());
        String line = lines("isolation.test.missing").get(0);
        assertTrue(line.contains("no file can be made there"), line);
    }

    /** As a worker does at its start. Properties of this JVM, which are taken back; it may have promises of its own. */
    private PromisedDirectories check(String name, Path wanted, String found) {
        String promise = ForkProperties.PROMISE_PREFIX + name;
        System.setProperty(promise, wanted.toString());
        System.setProperty(name, found);
        PromisedDirectories noted = new PromisedDirectories(supervisor, new Guard(supervisor, new Resume(), "1"));
        try {
            SelfCheck.run(noted, supervisor);
        } finally {
            System.clearProperty(promise);
            System.clearProperty(name);
        }
        return noted;
    }

    private List<String> lines(String about) {
        return supervisor.lines().stream().filter(line -> line.contains(about)).toList();
    }
}
