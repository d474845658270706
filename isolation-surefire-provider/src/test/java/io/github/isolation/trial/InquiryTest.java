package io.github.isolation.trial;

import static io.github.isolation.trial.SimulatedSuite.VICTIM;
import static io.github.isolation.trial.SimulatedSuite.after;
import static io.github.isolation.trial.SimulatedSuite.classes;
import static io.github.isolation.trial.SimulatedSuite.id;
import static io.github.isolation.trial.SimulatedSuite.method;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.trial.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Suites in which it is known who is to blame: that one is found, in few runs, and nobody else is. */
class InquiryTest {
    private static Set<String> names(List<Piece> pieces) {
        return pieces.stream().map(Piece::className).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The victim fails if all of these ran before it. */
    private static SimulatedSuite polluted(Set<String> polluters) {
        return new SimulatedSuite(
                (before, others) -> names(before).containsAll(polluters) ? Outcome.FAILED : Outcome.PASSED);
    }

    private static SimulatedSuite always(Outcome outcome) {
        return new SimulatedSuite((before, others) -> outcome);
    }

    @Property(tries = 500)
    void onePolluterOf500ClassesIsFoundWithin25WorkerRuns(@ForAll @IntRange(max = 499) int polluter) {
        SimulatedSuite suite = polluted(Set.of("C" + polluter));
        Verdict verdict = suite.judge(after(classes(500)));
        assertEquals("polluted by C" + polluter, verdict.label());
        assertEquals("fails after it in 4 of 4 runs, passes alone in 4 of 4", verdict.seen());
        assertTrue(suite.workerRuns() <= 25, () -> suite.workerRuns() + " runs");
    }

    @Property(tries = 1_000)
    void twoCulpritsTogetherAreFoundWithin45(
            @ForAll @IntRange(max = 499) int one, @ForAll @IntRange(max = 499) int other) {
        SimulatedSuite suite = polluted(new TreeSet<>(List.of("C" + one, "C" + other)));
        Verdict verdict = suite.judge(after(classes(500)));
        assertEquals(Kind.POLLUTED, verdict.kind());
        assertEquals(new TreeSet<>(List.of("C" + one, "C" + other)), names(verdict.culprits()));
        assertTrue(suite.workerRuns() <= 45, () -> suite.workerRuns() + " runs");
    }

    private static Verdict beside(SimulatedSuite suite) {
        return suite.judge(new Case(
                VICTIM,
                false,
                method("Victim", "suffers"),
                List.of(),
                List.of(),
                List.of(List.of(Piece.whole("Other"))),
                List.of()));
    }

    /** The victim fails beside others in these of its runs with them. */
    private static SimulatedSuite failsIn(Set<Integer> runs) {
        int[] times = {0};
        return new SimulatedSuite(
                (before, others) -> !others.isEmpty() && runs.contains(++times[0]) ? Outcome.FAILED : Outcome.PASSED);
    }

    /** That may be bad luck, however often it passes alone. */
    @Example
    void whoFailsBesideAnotherInTwoOfTenRunsIsNotSaidToClash() {
        assertEquals(Kind.UNDECIDED, beside(failsIn(Set.of(1, 2))).kind());
    }

    @Example
    void ofOneThatSeldomFailsBesideAnotherTheLaterRunsCountAsWell() {
        Verdict verdict = beside(failsIn(Set.of(3, 6, 7, 8, 9)));
        assertEquals("clashes with Other", verdict.label());
        assertEquals("fails beside it in 5 of 10 runs, passes alone in 10 of 10", verdict.seen());
    }

    /** Each that is tried in vain is a run more than halving would have taken. */
    @Example
    void ofManyThatHaveSomethingAgainstThemAFewAreTriedByThemselves() {
        SimulatedSuite suite = polluted(Set.of("C0"));
        List<Piece> all = classes(10);
        Verdict verdict = suite.judge(
                new Case(VICTIM, false, method("Victim", "suffers"), all, all.subList(1, 10), List.of(), List.of()));
        assertEquals("polluted by C0", verdict.label());
        assertEquals(
                List.of("C1", "C2", "C3"),
                suite.trials.stream()
                        .map(trial -> trial.classes().get(0))
                        .filter(name -> !name.equals("Victim"))
                        .limit(3)
                        .toList());
        assertEquals(
                3,
                suite.trials.stream()
                        .filter(trial ->
                                trial.classes().size() == 2 && !trial.classes().contains("C0"))
                        .count());
    }

    @Property(tries = 500)
    void whoeverIsNamedIsEnoughAlsoWhereOthersCleanUp(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int many) {
        Random chance = new Random(seed);
        List<Boolean> pollutes = new ArrayList<>();
        List<Boolean> cleans = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            pollutes.add(chance.nextInt(6) == 0);
            cleans.add(chance.nextInt(6) == 0);
        }
        SimulatedSuite suite = new SimulatedSuite((before, others) -> {
            boolean dirty = false;
            for (Piece piece : before.subList(0, before.size() - 1)) {
                int number = Integer.parseInt(piece.className().substring(1));
                dirty = (dirty && !cleans.get(number)) || pollutes.get(number);
            }
            return dirty ? Outcome.FAILED : Outcome.PASSED;
        });
        Verdict verdict = suite.judge(after(classes(many)));
        if (verdict.kind() == Kind.NOT_REPRODUCED) {
            return; // the last of them had cleaned up
        }
        assertEquals(Kind.POLLUTED, verdict.kind());
        assertEquals(1, verdict.culprits().size(), verdict::toString);
        int named = Integer.parseInt(verdict.culprits().get(0).className().substring(1));
        assertTrue(pollutes.get(named));
        List<Boolean> later = cleans.subList(named + 1, many);
        assertTrue(
                !later.contains(true) || pollutes.subList(named + 1, many).contains(true),
                "a later one had cleaned up");
    }

    /** By chance: whoever is named for that would be innocent. */
    @Property(tries = 60, seed = "42")
    void aTestThatFailsByChanceIsBlamedOnHardlyAnybody(@ForAll @IntRange(min = 1, max = 99) int percent) {
        int named = 0;
        for (int i = 0; i < 100; i++) {
            Random chance = new Random(percent * 1_000L + i);
            SimulatedSuite suite = new SimulatedSuite(
                    (before, others) -> chance.nextInt(100) < percent ? Outcome.FAILED : Outcome.PASSED);
            Case of = new Case(
                    VICTIM,
                    false,
                    method("Victim", "suffers"),
                    classes(50),
                    List.of(Piece.whole("C3")),
                    List.of(List.of(Piece.whole("D"))),
                    classes(20));
            Verdict verdict = suite.judge(of);
            named += verdict.culprits().isEmpty() ? 0 : 1;
            if (!verdict.culprits().isEmpty()) {
                assertTrue(
                        verdict.with().of() >= Inquiry.SURE && verdict.alone().of() >= Inquiry.SURE);
            }
        }
        assertTrue(named <= 5, named + " of 100 at " + percent + " %");
    }

    @Example
    void whatFailsAloneIsSaidToDoSoAndHowOften() {
        Verdict verdict = always(Outcome.FAILED).judge(after(classes(10)));
        assertEquals("fails alone", verdict.label());
        assertEquals("in 2 of 2 runs", verdict.seen());
    }

    @Example
    void whatFailsAloneNowAndThenIsSaidToDoSo() {
        int[] runs = {0};
        SimulatedSuite suite = new SimulatedSuite((before, others) -> runs[0]++ == 0 ? Outcome.FAILED : Outcome.PASSED);
        Verdict verdict = suite.judge(after(List.of()));
        assertEquals("fails alone", verdict.label());
        assertEquals("in 1 of 4 runs", verdict.seen());
    }

    @Example
    void whatNeverFailsAgainIsNotReproduced() {
        Verdict verdict = always(Outcome.PASSED).judge(after(classes(3)));
        assertEquals("not reproduced in 4 runs", verdict.label());
        assertNull(verdict.shows());
    }

    @Example
    void whoEndsTheJvmAloneIsSaidToHaveCrashedIt() {
        Case crashed = new Case(VICTIM, true, method("Victim", "suffers"), classes(3), List.of(), List.of(), List.of());
        Verdict again = always(Outcome.CRASHED).judge(crashed);
        assertEquals("crashed the JVM", again.label());
        assertEquals("alone as well, in 2 of 2 runs", again.seen());
        Verdict never = always(Outcome.PASSED).judge(crashed);
        assertEquals("crashed the JVM", never.label());
        assertEquals("not again in 4 runs", never.seen());
    }

    @Example
    void theMethodOfTheCulpritIsNamedIfItIsOne() {
        SimulatedSuite suite = new SimulatedSuite((before, others) -> before.stream()
                        .anyMatch(piece -> piece.className().equals("C1")
                                && (piece.isWhole() || piece.ids().contains(id("C1", "m2"))))
                ? Outcome.FAILED
                : Outcome.PASSED);
        Verdict verdict = suite.judge(
                after(classes(4)), name -> List.of(id(name, "m1"), id(name, "m2"), id(name, "m3"), id(name, "m4")));
        assertEquals("polluted by C1.m2", verdict.label());
    }

    @Example
    void theClassIsNamedIfAnyOfItsMethodsWillDo() {
        SimulatedSuite suite = polluted(Set.of("C1"));
        Verdict verdict =
                suite.judge(after(classes(4)), name -> List.of(id(name, "m1"), id(name, "m2"), id(name, "m3")));
        assertEquals("polluted by C1", verdict.label());
    }

    @Example
    void aMethodOfItsOwnClassMayBeTheCulprit() {
        SimulatedSuite suite = new SimulatedSuite((before, others) ->
                before.get(before.size() - 1).ids().contains(id("Victim", "spoils")) ? Outcome.FAILED : Outcome.PASSED);
        List<Piece> before = new ArrayList<>(classes(5));
        before.add(new Piece("Victim", List.of(id("Victim", "first"), id("Victim", "spoils"), id("Victim", "second"))));
        assertEquals("polluted by Victim.spoils", suite.judge(after(before)).label());
    }

    @Example
    void whatHasSomethingAgainstItIsTriedBeforeAllOthers() {
        SimulatedSuite suite = polluted(Set.of("C7"));
        Case of = new Case(
                VICTIM,
                false,
                method("Victim", "suffers"),
                classes(500),
                List.of(Piece.whole("C3"), Piece.whole("C7")),
                List.of(),
                List.of());
        assertEquals("polluted by C7", suite.judge(of).label());
        assertEquals(1 + 1 + 4 + 3, suite.workerRuns());
    }

    /** The culprit of another test that has left something as well is one of those, and not two. */
    @Example
    void whoHasTwoThingsAgainstItIsTriedOnce() {
        SimulatedSuite suite = polluted(Set.of("C7"));
        Case of = new Case(
                VICTIM,
                false,
                method("Victim", "suffers"),
                classes(500),
                List.of(Piece.whole("C3"), Piece.whole("C3"), Piece.whole("C5"), Piece.whole("C7")),
                List.of(),
                List.of());
        assertEquals("polluted by C7", suite.judge(of).label());
        assertEquals(1 + 2 + 4 + 3, suite.workerRuns());
    }

    @Property(tries = 200)
    void whatItNeedsIsNamedIfItHasPassedInCompany(@ForAll @IntRange(max = 99) int needed) {
        SimulatedSuite suite = new SimulatedSuite(
                (before, others) -> names(before).contains("C" + needed) ? Outcome.PASSED : Outcome.FAILED);
        Case of = new Case(VICTIM, false, method("Victim", "suffers"), List.of(), List.of(), List.of(), classes(100));
        Verdict verdict = suite.judge(of);
        assertEquals("needs C" + needed + " first", verdict.label());
        assertEquals("passes after it in 4 of 4 runs, fails alone in 4 of 4", verdict.seen());
    }

    @Example
    void whoIsBesideItWhenItFailsIsNamed() {
        SimulatedSuite suite = new SimulatedSuite((before, others) ->
                others.stream().anyMatch(lane -> names(lane).contains("D2")) ? Outcome.FAILED : Outcome.PASSED);
        Verdict verdict = suite.judge(beside());
        assertEquals("clashes with D2", verdict.label());
        assertEquals("fails beside it in 5 of 5 runs, passes alone in 4 of 4", verdict.seen());
    }

    /** In the run, what came before it in its fork was nearly over when the test began. In a trial, all begin at the same moment. */
    @Example
    void whoRanBehindAnotherInItsForkIsTriedByItselfAsWell() {
        SimulatedSuite suite = new SimulatedSuite((before, others) ->
                others.stream().anyMatch(lane -> lane.get(0).className().equals("D2"))
                        ? Outcome.FAILED
                        : Outcome.PASSED);
        assertEquals("clashes with D2", suite.judge(beside()).label());
    }

    @Example
    void ofThoseOnlySomeAreTriedAndNobodyWhoBeganWithIt() {
        SimulatedSuite suite = always(Outcome.PASSED);
        Case of = new Case(
                VICTIM,
                false,
                method("Victim", "suffers"),
                List.of(),
                List.of(),
                List.of(classes(4), List.of(Piece.whole("E1"), Piece.whole("E2"))),
                List.of());
        assertEquals(Kind.NOT_REPRODUCED, suite.judge(of).kind());
        assertEquals(
                List.of("C1", "C2", "C3"),
                suite.trials.stream()
                        .filter(trial -> trial.workers() == 2)
                        .map(trial -> trial.classes().get(1))
                        .distinct()
                        .toList());
    }

    @Example
    void aRareClashTakesMoreRunsAlone() {
        int[] runs = {0};
        SimulatedSuite suite = new SimulatedSuite(
                (before, others) -> others.stream().anyMatch(lane -> names(lane).contains("D2")) && runs[0]++ % 2 == 0
                        ? Outcome.FAILED
                        : Outcome.PASSED);
        Verdict verdict = suite.judge(beside());
        assertEquals("clashes with D2", verdict.label());
        assertEquals("fails beside it in 5 of 10 runs, passes alone in 10 of 10", verdict.seen());
    }

    private static Case beside() {
        return new Case(
                VICTIM,
                false,
                method("Victim", "suffers"),
                classes(2),
                List.of(),
                List.of(List.of(Piece.whole("D1"), Piece.whole("D2")), List.of(Piece.whole("E1"))),
                List.of());
    }

    @Property(tries = 100)
    void whenTheBudgetIsUsedUpItIsUndecided(@ForAll @IntRange(max = 14) int most) {
        SimulatedSuite suite = polluted(Set.of("C77"));
        suite.most = most;
        Verdict verdict = suite.judge(after(classes(500)));
        assertEquals(Kind.UNDECIDED, verdict.kind());
        assertTrue(verdict.culprits().isEmpty());
        assertEquals(most, verdict.runs());
    }

    @Example
    void whatWasTriedForOneIsNotTriedAgainForTheNext() throws InterruptedException {
        SimulatedSuite suite = polluted(Set.of("C77"));
        Ledger ledger = new Ledger(suite);
        Verdict first = new Inquiry(after(classes(200)), ledger, name -> List.of()).verdict();
        int runs = ledger.workerRuns();
        assertEquals(suite.workerRuns(), runs);
        assertEquals(first, new Inquiry(after(classes(200)), ledger, name -> List.of()).verdict());
        assertEquals(runs, ledger.workerRuns());
        assertNotEquals(0, runs);
    }

    @Example
    void aTestThatHasNoTurnIsUndecided() {
        Verdict verdict = always(Outcome.NOT_RUN).judge(after(classes(4)));
        assertEquals("not decided in 0 runs", verdict.label());
    }
}
