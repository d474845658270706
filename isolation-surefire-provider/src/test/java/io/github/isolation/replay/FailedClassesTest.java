package io.github.isolation.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which classes of a run have something that did not pass in the end. */
class FailedClassesTest {
    @Test
    void whatFailedAndWhatWentWrongIsAmongThemInTheOrderOfTheRun() {
        List<Fact> facts = Recorded.run(1, "A", "B", "C", "D")
                .hands(1, 1, "C")
                .test(1, 1, "one", "failed")
                .passes(1, 1)
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .test(1, 1, "one", "error")
                .givesBack(1, 1)
                .hands(1, 1, "D")
                .test(1, 1, "one", "skipped")
                .test(1, 1, "two", "aborted")
                .givesBack(1, 1)
                .isOver("failed");
        assertEquals(List.of("B", "C"), failed(facts));
    }

    @Test
    void whatPassedWhenItWasTriedAgainHasPassed() {
        List<Fact> facts = Recorded.run(1, "Flaky", "Failing")
                .hands(1, 1, "Flaky")
                .test(1, 1, "one", "failed")
                .passes(1, 1)
                .hands(1, 1, "Failing")
                .test(1, 1, "one", "failed")
                .test(1, 1, "two", "failed")
                .givesBack(1, 1)
                .hands(1, 2, "Flaky", "rerun", 2)
                .test(1, 2, "one", "passed")
                .givesBack(1, 2)
                .hands(1, 3, "Failing", "rerun", 2)
                .test(1, 3, "one", "passed")
                .test(1, 3, "two", "failed")
                .givesBack(1, 3)
                .isOver("failed");
        assertEquals(List.of("Failing"), failed(facts));
    }

    /** As with names that have a time in them. */
    @Test
    void whatDidNotComeUpWhenItWasTriedAgainHasNot() {
        List<Fact> facts = Recorded.run(1, "Timed", "Flaky")
                .hands(1, 1, "Timed")
                .test(1, 1, "at 12:31", "failed")
                .test(1, 1, "other", "failed")
                .givesBack(1, 1)
                .hands(1, 1, "Flaky")
                .test(1, 1, "one", "failed")
                .givesBack(1, 1)
                .hands(1, 2, "Timed", "rerun", 2)
                .test(1, 2, "other", "passed")
                .givesBack(1, 2)
                .hands(1, 3, "Flaky", "rerun", 2)
                .test(1, 3, "one", "passed")
                .givesBack(1, 3)
                .isOver("failed");
        assertEquals(List.of("Timed"), failed(facts));
    }

    /** What the supervisor tells of a test that did not begin has no id. */
    @Test
    void whatHadNoIdTheFirstTimeIsKnownByItsName() {
        List<Fact> facts = Recorded.run(1, "A")
                .hands(1, 1, "A")
                .test(1, 1, "one", "error")
                .givesBack(1, 1)
                .hands(1, 2, "A", "rerun", 2)
                .isCutOff();
        facts.add(new TestFact(
                0, 0, 2, 1, "[engine:e]/[class:A]/[method:one()]", "A", "one", "", "passed", 2, false, "", "", ""));
        facts.add(new ClassEndFact(0, "A", 2, 1, 1, null, 0));
        assertEquals(List.of(), failed(facts));
    }

    /** What failed before the tests is not among the tests that are tried again. */
    @Test
    void soHasAClassThatCouldNotBeSetUpTheFirstTime() {
        List<Fact> facts = Recorded.run(1, "A")
                .hands(1, 1, "A")
                .test(1, 1, "", "error")
                .givesBack(1, 1)
                .hands(1, 2, "A", "rerun", 2)
                .test(1, 2, "one", "passed")
                .givesBack(1, 2)
                .isOver("failed");
        assertEquals(List.of(), failed(facts));
    }

    /** JUnit 4 tries again by itself, in the same worker. */
    @Test
    void soHasWhatItsWorkerHasTriedAgain() {
        List<Fact> facts = Recorded.run(1, "A")
                .hands(1, 1, "A")
                .test(1, 1, "one", "failed")
                .test(1, 1, "one", "passed")
                .givesBack(1, 1)
                .isOver("failed");
        assertEquals(List.of(), failed(facts));
    }

    @Test
    void aFailureInANestedClassOrASuiteIsOfTheClassThatTheWorkerHad() {
        List<Fact> facts = Recorded.run(1, "Outer", "Suite")
                .hands(1, 1, "Outer")
                .test(1, 1, "Outer$Inner", "one", "failed")
                .givesBack(1, 1)
                .hands(1, 1, "Suite")
                .test(1, 1, "InTheSuite", "one", "failed")
                .givesBack(1, 1)
                .isOver("failed");
        assertEquals(List.of("Outer", "Suite"), failed(facts));
    }

    @Test
    void whatNoWorkerHadIsAnErrorUnderItsOwnName() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .runs(1, 1, "A")
                .test(0, 0, "B", "", "error")
                .isOver("failed");
        assertEquals(List.of("B"), failed(facts));
        List<Fact> fed = Recorded.run(1)
                .runs(1, 1, "A")
                .test(0, 0, "A$Inner", "one", "error")
                .isOver("failed");
        assertEquals(List.of("A"), failed(fed));
    }

    /** As with skipAfterFailureCount. */
    @Test
    void whatWasNotBegunInARunThatFailedIsAmongThem() {
        List<Fact> facts = Recorded.run(1, "A", "B", "C")
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .test(1, 1, "one", "failed")
                .givesBack(1, 1)
                .isOver("failed");
        assertEquals(List.of("B", "C"), failed(facts));
    }

    /** A base class, for example, which the provider had left out. */
    @Test
    void whatWasNotBegunInARunThatPassedHasNoTests() {
        assertEquals(
                List.of(), failed(Recorded.run(1, "A", "Base").runs(1, 1, "A").isOver("passed")));
    }

    @Test
    void whatARunThatWasCutOffHadInHandIsAmongThem() {
        List<Fact> facts = Recorded.run(1, "A", "B", "C")
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .test(1, 1, "one", "passed")
                .isCutOff();
        assertEquals(List.of("B", "C"), failed(facts));
        assertEquals(
                List.of("B"), failed(Recorded.run(1, "A", "B").runs(1, 1, "A").isOver("cancelled")));
    }

    @Test
    void whatCouldNotBeDiscoveredIsAmongThem() {
        List<Fact> facts = Recorded.run(1, "A").runs(1, 1, "A").isCutOff();
        facts.add(new UndiscoverableFact(0, 1, 1, "A", "no"));
        assertEquals(List.of("A"), failed(facts));
    }

    private static List<String> failed(List<Fact> facts) {
        return List.copyOf(FailedClasses.of(facts));
    }
}
