package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.record.MembersFact;
import io.github.isolation.supervisor.core.ClassPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

    private static TestReport result(String id, int millis) {
        return new TestReport(false, 1, "a.LongTest", null, "t", null, null, millis, null, Map.of(), null, id);
    }

    private static final String LONG = "[engine:junit-jupiter]/[class:a.LongTest]/";

    private static ClassTimes judged(Path file) {
        ClassTimes times = ClassTimes.read(file);
        times.withJudgement();
        return times;
    }

    @Test
    void whatMembersOfALongClassTookIsKept() throws IOException {
        ClassTimes times = judged(file());
        times.heard(new Event.Members("a.LongTest", false, List.of("method:a()", "nested-class:N"), List.of()));
        times.heard(new Event.Members(
                "a.LongTest", false, List.of("method:b()"), List.of("method:a()", "method:b()", "nested-class:N")));
        times.heard(new Event.Members("a.ShortTest", false, List.of("method:a()"), List.of("method:a()")));
        times.took(result(LONG + "[method:a()]", 700));
        times.took(result(LONG + "[nested-class:N]/[method:a()]", 300));
        times.took(result(LONG + "[nested-class:N]/[test-template:t(int)]/[test-template-invocation:#1]", 20));
        times.took(result(LONG + "[method:stranger()]", 20));
        times.took(new TestReport(
                true, 1, "a.LongTest", null, "t", null, null, 900, null, Map.of(), null, LONG + "[method:a()]"));
        times.took(result("[engine:junit-jupiter]/[class:a.ShortTest]/[method:a()]", 20));
        times.took(result("[engine:junit-jupiter]/[class:a.LongTest]", 50));
        times.took("a.LongTest", 1_100);
        times.took("a.ShortTest", 999);
        assertEquals(
                List.of(new MembersFact(
                        5,
                        "a.LongTest",
                        0,
                        0,
                        false,
                        List.of("method:a()", "method:b()", "nested-class:N"),
                        new TreeMap<>(Map.of("method:a()", 700L, "method:b()", 0L, "nested-class:N", 320L)))),
                times.memberFacts(5));
        times.write();
        assertEquals(
                Map.of("a.LongTest", Map.of("method:a()", 700L, "nested-class:N", 320L)),
                ClassTimes.read(file()).memberMillis());
    }

    @Test
    void whatIsOfOtherClassesIsKeptAndWhatCannotBeDividedAnyMoreIsNot() throws IOException {
        whatMembersOfALongClassTookIsKept();
        ClassTimes other = judged(file());
        other.took("a.OtherTest", 5_000);
        other.write();
        assertEquals(
                Set.of("a.LongTest"), ClassTimes.read(file()).memberMillis().keySet());
        ClassTimes unasked = ClassTimes.read(file());
        unasked.took("a.LongTest", 5_000);
        unasked.write();
        assertEquals(
                Set.of("a.LongTest"), ClassTimes.read(file()).memberMillis().keySet(), "nobody was to judge");
        ClassTimes whole = judged(file());
        whole.took("a.LongTest", 5_000);
        whole.write();
        assertEquals(Map.of(), ClassTimes.read(file()).memberMillis());
    }

    @Test
    void ofAPartTheRecordSaysWhatWasFoundHoweverShortItWas() throws IOException {
        ClassTimes times = ClassTimes.read(file(), "g:a/s/t", false);
        times.parts(
                Map.of("a.LongTest", new ClassPart(2, 3, List.of()), "a.OtherTest", new ClassPart(1, 2, List.of())));
        times.heard(new Event.Members("a.LongTest", true, List.of("method:a()"), List.of()));
        times.took("a.LongTest", 3);
        assertEquals(
                List.of(new MembersFact(7, "a.LongTest", 2, 3, true, List.of("method:a()"), new TreeMap<>())),
                times.memberFacts(7));
        times.write();
        assertFalse(Files.exists(file().resolveSibling("member-times")));

        ClassTimes replay = judged(file());
        replay.parts(Map.of("a.LongTest", new ClassPart(1, 3, List.of())));
        replay.heard(new Event.Members("a.LongTest", true, List.of("method:a()"), List.of("method:a()")));
        replay.took(result(LONG + "[method:a()]", 700));
        replay.took("a.LongTest", 3_000);
        replay.write();
        assertEquals(Map.of(), ClassTimes.read(file()).memberMillis(), "its tests stay together");
    }
}
