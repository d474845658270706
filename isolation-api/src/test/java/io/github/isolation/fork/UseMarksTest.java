package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in use is not removed, and what was used last is kept longest. */
final class UseMarksTest {
    private UseMarks marks;

    @BeforeEach
    void use(@TempDir Path directory) {
        marks = new UseMarks(directory.resolve("uses/words"));
    }

    @Test
    void whatNobodyEverUsedIsNotInUseAndWasUsedLongAgo() throws IOException {
        assertFalse(marks.byAnybody());
        assertEquals(Instant.EPOCH, marks.last());
        assertFalse(Files.exists(marks.directory()), "to look makes nothing");
    }

    @Test
    void whatWasTouchedWasUsedThen() throws IOException {
        marks.touch();
        Path last = marks.directory().resolve("last");
        Files.setLastModifiedTime(last, FileTime.from(Instant.EPOCH.plusSeconds(5)));
        assertEquals(Instant.EPOCH.plusSeconds(5), marks.last());
        marks.touch();
        assertTrue(marks.last().isAfter(Instant.EPOCH.plusSeconds(5)));
        assertFalse(marks.byAnybody(), "it is not in use for that");
    }

    @Test
    void itIsInUseUntilTheLastMarkIsClosed() throws IOException {
        FileHold one = marks.mark();
        FileHold other = marks.mark();
        assertTrue(marks.byAnybody());
        one.close();
        assertTrue(marks.byAnybody());
        other.close();
        assertFalse(marks.byAnybody());
        assertEquals(List.of(), files(), "what is left of marks is swept");
    }

    @Test
    void marksOfTheDeadAreSweptAlsoByWhoSetsOne() throws IOException {
        Files.createDirectories(marks.directory());
        Path left = Files.createFile(marks.directory().resolve("left.lock"));
        try (FileHold mine = marks.mark()) {
            assertFalse(Files.exists(left), mine::toString);
            assertEquals(1, files().size());
        }
    }

    @Test
    void itIsInUseByAnotherProcessUntilThatHasEnded() throws Exception {
        Process other = Jvm.start(Marks.class, marks.directory().toString());
        try (BufferedReader said = other.inputReader()) {
            assertEquals("marked", said.readLine());
            assertTrue(marks.byAnybody());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertFalse(marks.byAnybody());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(marks.directory())) {
            return files.toList();
        }
    }

    /** Marks something in a JVM of its own, until its input ends or it is killed. */
    static final class Marks {
        private Marks() {}

        public static void main(String[] arguments) throws IOException {
            FileHold mark = new UseMarks(Path.of(arguments[0])).mark();
            System.out.println("marked");
            System.out.println("over after " + System.in.read());
            mark.close();
        }
    }
}
