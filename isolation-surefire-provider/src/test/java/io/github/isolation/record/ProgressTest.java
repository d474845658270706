package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How far it is, and how long it is going to take. */
class ProgressTest {
    private static Progress of(int forks, Map<String, Long> usual, String... classes) {
        Progress progress = new Progress(usual);
        progress.take(new RunFact("r", 0, "", "", "", "", 1, forks, "", "", "", "", List.of(), List.of(classes)));
        return progress;
    }

    private static void begins(Progress progress, long at, String name) {
        progress.take(new ClassFact(at, name, 1, 1, 1, 1, "whole", 1));
    }

    private static void ends(Progress progress, long at, String name) {
        progress.take(new ClassEndFact(at, name, 1, 1, 0, null, 0));
    }

    private static void fails(Progress progress, int attempt) {
        progress.take(new TestFact(0, 0, 1, 1, "", "A", "t", "", "failed", attempt, false, "", "", ""));
    }

    @Test
    void whatIsDoneWhatRunsAndWhatFailed() {
        Progress progress = of(2, Map.of(), "A", "B", "C", "D");
        begins(progress, 100, "A");
        begins(progress, 200, "B");
        fails(progress, 1);
        fails(progress, 2);
        ends(progress, 5_000, "A");
        begins(progress, 5_000, "C");
        assertEquals(
                "1 of 4 classes done after 30 s, 1 failed test; running: B for 30 s, C for 25 s",
                progress.line(30_000));
        fails(progress, 1);
        ends(progress, 60_000, "B");
        ends(progress, 60_000, "C");
        assertEquals("3 of 4 classes done after 1:05 min, 2 failed tests", progress.line(65_400));
    }

    @Test
    void ofManyThatRunTheOldestAreNamed() {
        Progress progress = of(5, Map.of(), "A", "B", "C", "D", "E");
        for (String name : List.of("A", "B", "C", "D", "E")) {
            begins(progress, 100L * (name.charAt(0) - 'A'), name);
        }
        assertEquals(
                "0 of 5 classes done after 1 s; running: A for 1 s, B for 1 s, C for 1 s and 2 others",
                progress.line(1_000));
    }

    /** Its worker died: it is not done, and it does not begin anew. */
    @Test
    void aClassThatAnotherWorkerGoesOnWithIsNotDone() {
        Progress progress = of(1, Map.of(), "A");
        begins(progress, 0, "A");
        ends(progress, 1_000, "A");
        begins(progress, 2_000, "A");
        assertEquals("0 of 1 classes done after 3 s; running: A for 1 s", progress.line(3_000));
    }

    @Test
    void whereMavenHandsOutOneAtATimeNobodyKnowsHowMany() {
        Progress progress = of(1, Map.of("A", 10L));
        begins(progress, 0, "A");
        ends(progress, 1_000, "A");
        assertEquals("1 class done after 3 s", progress.line(3_000));
        assertEquals(OptionalLong.empty(), progress.leftMillis(0));
    }

    @Test
    void whatIsLeftGoesToWhoeverIsFree() {
        Progress progress = of(2, Map.of("A", 10_000L, "B", 4_000L, "C", 5_000L, "D", 3_000L), "A", "B", "C", "D");
        begins(progress, 0, "A");
        begins(progress, 0, "B");
        // A has 9 s left; B has 3 s, then C takes 5, and D is behind it or behind A.
        assertEquals(OptionalLong.of(11_000), progress.leftMillis(1_000));
        ends(progress, 4_000, "B");
        begins(progress, 4_000, "C");
        assertEquals(
                "1 of 4 classes done after 4 s, about 8 s left; running: A for 4 s, C for 0 s", progress.line(4_000));
    }

    @Test
    void whatTakesLongerThanUsualIsAboutToEnd() {
        Progress progress = of(1, Map.of("A", 1_000L), "A");
        begins(progress, 0, "A");
        assertEquals(OptionalLong.of(0), progress.leftMillis(9_000));
    }

    @Test
    void ofWhatIsNewNothingIsExpectedUntilMostIsKnown() {
        assertEquals(
                OptionalLong.empty(), of(1, Map.of("A", 1_000L), "A", "B", "C").leftMillis(0));
        assertEquals(
                OptionalLong.of(4_000), of(1, Map.of("A", 2_000L), "A", "B").leftMillis(0));
    }

    /** As a slip of the keyboard has it. */
    @Test
    void forksWithoutAnythingToDoTakeNoMemory() {
        Progress progress = of(Integer.MAX_VALUE, Map.of("A", 2_000L, "B", 1_000L), "A", "B");
        assertEquals(OptionalLong.of(2_000), progress.leftMillis(0));
        begins(progress, 0, "A");
        assertEquals(OptionalLong.of(1_500), progress.leftMillis(500));
    }
}
