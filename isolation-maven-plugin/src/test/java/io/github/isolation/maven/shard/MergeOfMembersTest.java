package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is thought of the members of a class in parts, by what each machine found and ran: never green unless each was run once. */
class MergeOfMembersTest extends MergesOfParts {

    @Test
    void machinesThatFoundOtherMembersAreAContradiction() throws IOException {
        third.found.add("method:new()");
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: shard 1 of 3 and shard 3 of 3 have found other tests in it: only the first none;"
                        + " only the second new()");
    }

    @Test
    void whatIsNewIsInTheLastPart() throws IOException {
        all.forEach(part -> part.found.add("method:new()"));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        assertTrue(lines("member-times").contains("1000 " + KEY + " a.LongTest method:new()"));
    }

    @Test
    void aMemberThatTwoRanIsAContradiction() throws IOException {
        second.own = Set.of("nested-class:C", "method:a()");
        allLeave();
        assertOnce(6, Verdict.CONTRADICTORY, KEY + ": a.LongTest: a() was run by shard 1 of 3 and shard 2 of 3");
    }

    @Test
    void aMemberThatNobodyRanIsMissing() throws IOException {
        first.own = Set.of("method:a()");
        allLeave();
        assertOnce(6, Verdict.INCOMPLETE, KEY + ": a.LongTest: no machine has run b()");
    }

    @Test
    void aPartWhoseMembersAreGoneIsEmptyAndGreen() throws IOException {
        all.forEach(part -> part.found.remove("nested-class:C"));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        assertEquals(List.of("3600 " + KEY + " a.LongTest"), ofLongTest("class-times"));
    }

    @Test
    void aClassWithoutTestsIsOneAndGreen() throws IOException {
        for (DividedOnDisk part : all) {
            part.found.clear();
            part.silent = true;
        }
        allLeave();
        assertTrue(assertVerdict(Verdict.GREEN).summary().contains("7 reported once (1 without tests; 1 in 3 parts)"));
    }

    /** An annotation was added: its tests belong together now. */
    @Test
    void aClassThatCannotBeDividedIsRunByTheFirst() throws IOException {
        all.forEach(part -> part.whole = true);
        allLeave();
        MergedShards merged = assertOnce(7, Verdict.GREEN);
        assertTrue(
                merged.notes()
                        .contains(KEY
                                + ": a.LongTest was planned in 3 parts, and its tests belong together: the machine with"
                                + " the first part has run all of them"),
                () -> "" + merged.notes());
        assertEquals(List.of("4300 " + KEY + " a.LongTest"), ofLongTest("class-times"));
        assertEquals(List.of(), lines("member-times"));
    }

    /** As with JUnit 4, of whose tests nothing is known before they run. */
    @Test
    void aClassOfAnotherEngineIsRunByTheFirst() throws IOException {
        for (DividedOnDisk part : all) {
            part.whole = true;
            part.found.clear();
        }
        first.state = State.REPORTED;
        one.results.put(DividedOnDisk.NAME, new Counts(9, 0, 0, 0, 0));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        clear();
        second.state = State.REPORTED;
        two.results.put(DividedOnDisk.NAME, new Counts(9, 0, 0, 0, 0));
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY
                        + ": a.LongTest: its tests belong together, and not the machine with the first part alone has run it,"
                        + " but also shard 2 of 3");
    }

    @Test
    void machinesThatJudgeTheClassDifferentlyAreAContradiction() throws IOException {
        second.whole = true;
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: by shard 2 of 3 its tests belong together, and by shard 1 of 3 they do not",
                KEY + ": a.LongTest: no machine has run C");
        clear();
        second.whole = false;
        first.whole = true;
        allLeave();
        assertEquals(Verdict.CONTRADICTORY, merged().verdict());
    }

    @Test
    void aPartOfWhichNobodyKnowsWhatItRanIsMissing() throws IOException {
        second.silent = true;
        allLeave();
        assertOnce(
                6, Verdict.INCOMPLETE, KEY + ": a.LongTest: which of its tests were run by shard 2 of 3 is not known");
        clear();
        second.state = State.EMPTY;
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: shard 2 of 3 found no tests in it, and other machines did");
    }

    /** As where the class cannot be loaded: there is an error, and nobody knows its members. */
    @Test
    void aPartThatFailedBeforeItsTestsWereKnownIsRed() throws IOException {
        second.silent = true;
        two.results.put(DividedOnDisk.NAME, new Counts(1, 0, 1, 0, 0));
        allLeave();
        assertVerdict(Verdict.RED, KEY + ": shard 2 of 3: a.LongTest (part 2 of 3): 1 error of 1 tests");
    }

    @Test
    void aPartThatOneMachineLeftOutIsMissing() throws IOException {
        second.state = State.LEFT_OUT;
        second.silent = true;
        allLeave();
        assertOnce(6, Verdict.INCOMPLETE, KEY + ": a.LongTest was left out by shard 2 of 3, and not by the others");
        clear();
        for (DividedOnDisk part : all) {
            part.state = State.LEFT_OUT;
            part.silent = true;
        }
        allLeave();
        assertOnce(7, Verdict.GREEN);
        clear();
        first.state = null;
        third.state = null;
        first.silent = false;
        third.silent = false;
        two.results.put("a.BTest", new Counts(2, 1, 0, 0, 0));
        allLeave();
        assertOnce(7, Verdict.RED, "a.BTest: 1 failure of 2 tests");
    }
}
