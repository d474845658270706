package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of a run decides the order of the next, and whether its workers are short-lived. */
class ClassTimesTest {
    @TempDir
    Path directory;

    @Test
    void theLongestComesFirstAndWhatIsNewBeforeAll() throws IOException {
        ClassTimes next = remembered("Quick", 5, "Slow", 2_500, "Middle", 100);
        assertEquals(
                List.of("New", "Newer", "Slow", "Middle", "Quick"),
                next.longestFirst(List.of("New", "Quick", "Middle", "Newer", "Slow")));
    }

    @Test
    void whatIsRememberedOfOthersIsKept() throws IOException {
        remembered("First", 1_000);
        ClassTimes second = ClassTimes.read(file());
        second.took("Second", 2_000);
        second.write();
        assertEquals(List.of("Second", "First"), ClassTimes.read(file()).longestFirst(List.of("First", "Second")));
    }

    @Test
    void aClassInSeveralHandsTakesAsLongAsAllOfThem() throws IOException {
        remembered("Shared", 9_000, "Other", 1_000);
        ClassTimes next = ClassTimes.read(file());
        next.took("Shared", 700);
        next.took("Shared", 400);
        assertEquals(1_100, next.millis().get("Shared"), "and what it took before is forgotten");
        assertEquals(1_000, next.millis().get("Other"));
    }

    @Test
    void classesAreShortIfSomethingIsKnownAndNothingIsLong() throws IOException {
        ClassTimes known = remembered("Quick", 5, "Limit", 3_000);
        assertTrue(known.areShort(List.of("Quick", "New")));
        assertFalse(known.areShort(List.of("Quick", "Limit")));
        assertFalse(known.areShort(List.of("New")));
    }

    @Test
    void aFileThatCannotBeReadIsNoFile() throws IOException {
        Files.createDirectories(directory.resolve("isolation"));
        Files.writeString(file(), "12 Known\nsoon Broken\n");
        ClassTimes times = ClassTimes.read(file());
        assertFalse(times.areShort(List.of("Known")));
        assertEquals(List.of("B", "A"), times.longestFirst(List.of("B", "A")));
    }

    @Test
    void aRunOfNothingLeavesNothing() throws IOException {
        ClassTimes.read(file()).write();
        assertFalse(Files.exists(file()));
    }

    /** A module that is built at the same time has written meanwhile. */
    @Test
    void inAFileOfSeveralModulesEachKeepsWhatIsOfTheOthers() throws IOException {
        ClassTimes one = ClassTimes.read(file(), "g:one/s/t", true);
        ClassTimes two = ClassTimes.read(file(), "g:two/s/t", true);
        one.took("a.Test", 10);
        one.took("a.OldTest", 30);
        one.write();
        two.took("a.Test", 20);
        two.write();
        ClassTimes later = ClassTimes.read(file(), "g:one/s/t", true);
        later.took("a.Test", 11);
        later.write();
        assertEquals(
                Map.of("a.Test", 11L, "a.OldTest", 30L),
                ClassTimes.read(file(), "g:one/s/t", true).millis());
        assertEquals(
                Map.of("a.Test", 20L),
                ClassTimes.read(file(), "g:two/s/t", true).millis());
    }

    @Test
    void aShardLeavesTimesAsTheyAre() throws IOException {
        remembered("Known", 5);
        ClassTimes times = ClassTimes.read(file(), "", false);
        times.took("Known", 9);
        times.took("New", 9);
        times.write();
        assertEquals(Map.of("Known", 5L), ClassTimes.read(file()).millis());
    }

    private ClassTimes remembered(Object... namesAndMillis) throws IOException {
        ClassTimes times = ClassTimes.read(file());
        for (int i = 0; i < namesAndMillis.length; i += 2) {
            times.took((String) namesAndMillis[i], (Integer) namesAndMillis[i + 1]);
        }
        times.write();
        return ClassTimes.read(file());
    }

    private Path file() {
        return directory.resolve("isolation/class-times");
    }
}
