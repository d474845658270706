package io.github.isolation.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.record.Fact;
import io.github.isolation.settings.RecordedRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What is made of a record: which class goes where, in which order, and what is left out. */
class ReplayPlanTest {
    private static ReplayPlan plan(List<Fact> facts, String... scanned) {
        return ReplayPlan.of(facts, RecordedRun.ALL, List.of(scanned));
    }

    private static ReplayPlan planOf(int worker, List<Fact> facts, String... scanned) {
        return ReplayPlan.of(facts, worker, List.of(scanned));
    }

    @Test
    void eachWorkerGetsWhatItRanInThatOrderAndInItsFork() {
        List<Fact> facts = Recorded.run(2, "A", "B", "C", "D", "E")
                .runs(1, 1, "A")
                .runs(2, 2, "E")
                .runs(1, 1, "C")
                .ends(1, 1, "retired")
                .runs(1, 5, "B", "D")
                .isOver("passed");
        ReplayPlan plan = plan(facts, "A", "B", "C", "D", "E");
        assertEquals(2, plan.forks());
        assertEquals(
                Map.of(1, List.of(List.of("A", "C"), List.of("B", "D")), 2, List.of(List.of("E"))), plan.workers());
        assertEquals(List.of("A", "E", "C", "B", "D"), plan.classes());
        assertEquals(3, plan.workerCount());
        assertEquals(List.of(), plan.gone());
        assertEquals(0, plan.added() + plan.notBegun());
        assertEquals("", plan.firstFailed());
    }

    @Property(tries = 2_000)
    void aRunOfAnyOrderInAnyForksIsPlannedAsItWas(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int forks, @ForAll @IntRange(max = 30) int classes) {
        Random chance = new Random(seed);
        List<String> scanned = new ArrayList<>();
        Recorded record =
                Recorded.run(forks, Collections.nCopies(classes, "any").toArray(new String[0]));
        Map<Integer, List<List<String>>> expected = new TreeMap<>();
        Map<Integer, Integer> workers = new HashMap<>();
        List<String> order = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < classes; i++) {
            int fork = 1 + chance.nextInt(forks);
            List<List<String>> ofFork = expected.computeIfAbsent(fork, any -> new ArrayList<>());
            if (ofFork.isEmpty() || chance.nextInt(3) == 0) {
                ofFork.add(new ArrayList<>());
                workers.put(fork, ++last);
            }
            ofFork.get(ofFork.size() - 1).add("C" + i);
            record.runs(fork, workers.get(fork), "C" + i);
            order.add("C" + i);
            scanned.add("C" + i);
        }
        Collections.shuffle(scanned, chance);
        ReplayPlan plan = ReplayPlan.of(record.isOver("passed"), RecordedRun.ALL, scanned);
        assertEquals(expected, plan.workers());
        assertEquals(order, plan.classes());
        assertEquals(forks, plan.forks());
    }

    @Test
    void theRestOfAClassFollowsFromWhatBecomesOfTheWorkerThatBeganIt() {
        List<Fact> facts = Recorded.run(1, "A", "B", "C")
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .givesBack(1, 1)
                .ends(1, 1, "crashed")
                .test(1, 1, "test", "error")
                .hands(1, 2, "B", "rest", 1)
                .passes(1, 2)
                .runs(1, 2, "C")
                .isOver("failed");
        assertEquals(
                Map.of(1, List.of(List.of("A", "B"), List.of("C"))),
                plan(facts, "A", "B", "C").workers());
    }

    /** It may well have died of what came before. */
    @Test
    void aClassThatKilledItsWorkerBeforeItsFirstTestStaysBehindWhatRanBeforeIt() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .givesBack(1, 1)
                .ends(1, 1, "crashed")
                .runs(1, 2, "B")
                .isOver("failed");
        assertEquals(
                Map.of(1, List.of(List.of("A", "B"))), plan(facts, "A", "B").workers());
    }

    @Test
    void aClassThatWantedAFreshWorkerIsWithThatOne() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .runs(1, 1, "A")
                .hands(1, 1, "B")
                .givesBack(1, 1)
                .ends(1, 1, "retired")
                .runs(1, 2, "B")
                .isOver("passed");
        assertEquals(
                Map.of(1, List.of(List.of("A"), List.of("B"))),
                plan(facts, "A", "B").workers());
        assertEquals(List.of("A"), planOf(1, facts, "A", "B").classes());
    }

    @Test
    void whatJUnitPutBehindOthersOfItsPlanStaysBehindThem() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .hands(1, 1, "A")
                .givesBack(1, 1)
                .runs(1, 1, "B", "A")
                .isOver("passed");
        assertEquals(
                Map.of(1, List.of(List.of("B", "A"))), plan(facts, "A", "B").workers());
    }

    @Test
    void aClassWithoutTestsHasItsPlaceAsWell() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .hands(1, 1, "A")
                .givesBack(1, 1)
                .runs(1, 1, "B")
                .isOver("passed");
        assertEquals(List.of("A", "B"), plan(facts, "A", "B").classes());
    }

    @Test
    void anotherAttemptIsNoPartOfThePlan() {
        List<Fact> facts = Recorded.run(2, "A")
                .hands(1, 1, "A")
                .test(1, 1, "test", "failed")
                .givesBack(1, 1)
                .hands(2, 2, "A", "rerun", 2)
                .passes(2, 2)
                .isOver("failed");
        assertEquals(Map.of(1, List.of(List.of("A"))), plan(facts, "A").workers());
    }

    @Test
    void whatIsGoneIsNamedAndWhatIsNewIsCounted() {
        List<Fact> facts =
                Recorded.run(1, "A", "B", "Filtered").runs(1, 1, "A", "B").isOver("passed");
        ReplayPlan plan = plan(facts, "New", "B", "Newer", "Filtered");
        assertEquals(List.of("B"), plan.classes());
        assertEquals(Map.of(1, List.of(List.of("B"))), plan.workers());
        assertEquals(List.of("A"), plan.gone());
        assertEquals(2, plan.added());
        assertEquals(1, plan.notBegun());
    }

    @Test
    void aWorkerOfWhichNothingIsLeftIsNoWorker() {
        List<Fact> facts =
                Recorded.run(1, "A", "B").runs(1, 1, "A").runs(1, 2, "B").isOver("passed");
        assertEquals(Map.of(1, List.of(List.of("B"))), plan(facts, "B").workers());
    }

    @Test
    void aRecordThatIsCutOffIsReplayedAsFarAsItGoes() {
        List<Fact> facts =
                Recorded.run(1, "A", "B", "C").runs(1, 1, "A").hands(1, 1, "B").isCutOff();
        ReplayPlan plan = plan(facts, "A", "B", "C");
        assertEquals(List.of("A", "B"), plan.classes());
        assertEquals(1, plan.notBegun());
    }

    /** Where Surefire has a supervisor for each fork, the record of the third has one fork, whose number is 3. */
    @Test
    void forksThatTheRunDoesNotHaveAreNumberedAnew() {
        List<Fact> facts =
                Recorded.run(1, "A", "B").runs(3, 1, "A").runs(3, 2, "B").isOver("passed");
        ReplayPlan plan = plan(facts, "A", "B");
        assertEquals(1, plan.forks());
        assertEquals(Map.of(1, List.of(List.of("A"), List.of("B"))), plan.workers());
    }

    @Test
    void oneWorkerRunsUpToItsFirstFailureInOneFork() {
        List<Fact> facts = Recorded.run(2, "A", "B", "C", "D")
                .runs(1, 1, "A")
                .runs(2, 2, "B")
                .hands(2, 2, "C")
                .test(2, 2, "test", "failed")
                .givesBack(2, 2)
                .runs(2, 2, "D")
                .isOver("failed");
        ReplayPlan plan = planOf(2, facts, "D", "C", "B", "A");
        assertEquals(1, plan.forks());
        assertEquals(Map.of(1, List.of(List.of("B", "C"))), plan.workers());
        assertEquals("C", plan.firstFailed());
    }

    @Test
    void whereNothingFailedOneWorkerRunsAllOfIt() {
        List<Fact> facts =
                Recorded.run(1, "A", "B").runs(1, 1, "A").runs(1, 2, "B", "A").isOver("passed");
        assertEquals(List.of("B", "A"), planOf(2, facts, "A", "B").classes());
        assertEquals("", planOf(2, facts, "A", "B").firstFailed());
    }

    @Test
    void aWorkerThatRanTheRestOfAClassRunsAllOfItWhenItIsAlone() {
        List<Fact> facts = Recorded.run(1, "A", "B")
                .hands(1, 1, "A")
                .test(1, 1, "test", "error")
                .ends(1, 1, "crashed")
                .hands(1, 2, "A", "rest", 1)
                .passes(1, 2)
                .hands(1, 2, "B")
                .test(1, 2, "test", "error")
                .isOver("failed");
        assertEquals(List.of("A", "B"), planOf(2, facts, "A", "B").classes());
        assertEquals(List.of("A"), planOf(1, facts, "A", "B").classes());
    }

    @Test
    void aWorkerThatHadNothingHasNoPlan() {
        List<Fact> facts = Recorded.run(1, "A").runs(1, 4, "A").isOver("passed");
        assertEquals(List.of(), planOf(9, facts, "A").classes());
        assertEquals(Set.of(4), ReplayPlan.workersOf(facts));
    }
}
