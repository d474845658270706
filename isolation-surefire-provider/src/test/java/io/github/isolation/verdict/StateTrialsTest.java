package io.github.isolation.verdict;

import static io.github.isolation.trial.Outcome.FAILED;
import static io.github.isolation.trial.Outcome.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.TrialFact;
import io.github.isolation.trial.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who is found to mind what others leave, or to need it, in suites in which that is known. */
final class StateTrialsTest extends TriedSuite {
    private static final String IN_TWO_RUNS =
            "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                    + " because of it";

    /** Nobody failed in the run itself: the victim came first. */
    @Test
    void whoPassesAloneAndFailsAfterThePolluterConfirmsIt() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(List.of("Sets", "Plain", "Reads"), trials.get(0).classes());
        assertEquals(
                List.of(
                        "isolation: audit: trying out 1 candidate, in workers of their own",
                        "isolation: audit: 1 of 1 candidate confirmed, by " + trials.size() + " worker runs"),
                lines);
        assertEquals(
                trials.size(),
                facts.stream().filter(TrialFact.class::isInstance).count());
    }

    @Test
    void whereNobodyMindsItStaysACandidate() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
        // After it, and before it, whether anybody needs it.
        assertEquals(List.of(List.of("Sets", "Plain"), List.of("Plain", "Sets")), triedClasses());
    }

    /** Either is enough, so without the one that is found first it fails because of the other. */
    @Test
    void whoFailsAfterAnyOfSeveralConfirmsEachOfThem() throws Exception {
        hasClass("Reads", Map.of("reads", (before, beside) -> before.contains("Sets") ? FAILED : PASSED));
        for (int i = 0; i < StateTrials.MOST_CULPRITS; i++) {
            hasClass("Sets" + i, Map.of("sets", always(PASSED)));
            found(Section.LEFT, "x" + i, "Sets" + i + ".sets");
        }
        hasClass("Other", Map.of("sets", always(PASSED)));
        Finding other = found(Section.LEFT, "y", "Other.sets");
        tryOut();
        for (int i = 0; i < StateTrials.MOST_CULPRITS; i++) {
            assertSeen(
                    findings.get(i),
                    true,
                    "Reads.reads failed after Sets" + i + " in 4 of 4 runs, passed alone in 4 of 4");
        }
        assertSeen(other, false, IN_TWO_RUNS + ", and of those that failed then, 1 could not be decided");
    }

    /** In the first order somebody else cleans up behind one of them, and another one has done it as well. */
    @Test
    void whoFailsInTheOtherOrderBecauseOfAnotherConfirmsThatAsWell() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Tidies", Map.of("tidies", always(PASSED)));
        hasClass("Writes", Map.of("writes", always(PASSED)));
        hasClass(
                "Reads",
                Map.of(
                        "reads",
                        (before, beside) ->
                                before.contains("Writes") || before.lastIndexOf("Sets") > before.lastIndexOf("Tidies")
                                        ? FAILED
                                        : PASSED));
        Finding set = found(Section.LEFT, "x", "Sets.sets");
        Finding tidied = found(Section.LEFT, "y", "Tidies.tidies");
        Finding written = found(Section.LEFT, "z", "Writes.writes");
        tryOut();
        assertSeen(written, true, "Reads.reads failed after Writes in 4 of 4 runs, passed alone in 4 of 4");
        assertSeen(set, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertSeen(tidied, false, IN_TWO_RUNS);
    }

    /** One of them has been found: the others of its class are asked about without it. */
    @Test
    void whoFailsAfterAnyOfSeveralMethodsConfirmsEachOfThem() throws Exception {
        hasClass("Reads", Map.of("reads", (before, beside) -> before.contains("Sets.s") ? FAILED : PASSED));
        hasClass("Sets", Map.of("a", always(PASSED), "s1", always(PASSED), "s2", always(PASSED)));
        Finding first = found(Section.LEFT, "x", "Sets.s1");
        Finding second = found(Section.LEFT, "y", "Sets.s2");
        tryOut();
        assertSeen(second, true, "Reads.reads failed after Sets.s2 in 4 of 4 runs, passed alone in 4 of 4");
        assertSeen(first, true, "Reads.reads failed after Sets.s1 in 4 of 4 runs, passed alone in 4 of 4");
    }

    /** One does something that an audit does not see, which confirms nothing of what the other leaves. */
    @Test
    void whoFailsAfterAnUnseenMethodAsWellConfirmsWhatWasSeen() throws Exception {
        hasClass("Reads", Map.of("reads", (before, beside) -> before.contains("Sets.s") ? FAILED : PASSED));
        hasClass("Sets", Map.of("a", always(PASSED), "s1", always(PASSED), "s2", always(PASSED)));
        Finding seen = found(Section.LEFT, "x", "Sets.s1");
        tryOut();
        assertSeen(
                seen,
                true,
                "Reads.reads failed after Sets.s2 in 4 of 4 runs, passed alone in 4 of 4; Sets.s2 was not seen to leave this",
                "Reads.reads failed after Sets.s1 in 4 of 4 runs, passed alone in 4 of 4");
    }

    /** A second order is a second chance: the first time it failed by chance. */
    @Test
    void whoFailedByChanceIsAskedAgainInTheOtherOrder() throws Exception {
        AtomicInteger times = new AtomicInteger();
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Tidies", Map.of("tidies", always(PASSED)));
        hasClass(
                "Reads",
                Map.of(
                        "reads",
                        (before, beside) -> times.incrementAndGet() == 1
                                        || before.lastIndexOf("Sets") > before.lastIndexOf("Tidies")
                                ? FAILED
                                : PASSED));
        Finding set = found(Section.LEFT, "x", "Sets.sets");
        found(Section.LEFT, "y", "Tidies.tidies");
        tryOut();
        assertSeen(set, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
    }

    /** What is confirmed already needs no second culprit. */
    @Test
    void whoseFindingIsConfirmedIsNotAskedAboutAnyMore() throws Exception {
        hasClass("Reads", Map.of("reads", (before, beside) -> before.contains("Sets") ? FAILED : PASSED));
        hasClass("Sets1", Map.of("sets", always(PASSED)));
        hasClass("Sets2", Map.of("sets", always(PASSED)));
        Finding both = found(Section.LEFT, "x", "Sets1.sets", "Sets2.sets");
        tryOut();
        assertSeen(both, true, "Reads.reads failed after Sets2 in 4 of 4 runs, passed alone in 4 of 4");
    }

    /** Who passes without the one that was found has been asked about all the others with that. */
    @Test
    void whoPassesWithoutItsCulpritAcquitsAllOthers() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Other", Map.of("sets", always(PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        Finding other = found(Section.LEFT, "y", "Other.sets");
        tryOut();
        assertSeen(other, false, IN_TWO_RUNS);
        assertTrue(triedClasses().contains(List.of("Other", "Reads")), triedClasses()::toString);
    }

    /** In the run itself it came behind, as always. */
    @Test
    void whoFailsUnlessThePolluterWasThereConfirmsIt() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Uses", Map.of("uses", needs("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Uses.uses passed after Sets in 4 of 4 runs, failed alone in 4 of 4");
    }

    /** The polluter's line is with the finding. */
    @Test
    void whereTheVictimFailsIsSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Uses", Map.of("uses", needs("Sets.sets")));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        failsAt.put("Uses", "Uses.uses(Uses.java:1)");
        failsAt.put("Reads", "Reads.reads(Reads.java:2)");
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                true,
                "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4; it fails at Reads.reads(Reads.java:2)",
                "Uses.uses passed after Sets in 4 of 4 runs, failed alone in 4 of 4; it fails at Uses.uses(Uses.java:1)");
    }

    /** Before the polluter and after it: that is nobody's fault but its own. */
    @Test
    void whoFailsInEitherOrderNeedsNobody() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Fails", Map.of("fails", always(FAILED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        // Two of all classes; then alone, and after the polluter, twice each at most.
        assertEquals(2, triedClasses().stream().filter(one -> one.size() == 3).count());
        assertEquals(2, triedClasses().stream().filter(one -> one.size() == 1).count());
    }

    /** It takes two runs alone to know that, and none behind any polluters. */
    @Test
    void whoFailsAloneIsNotAskedAgainInTheOtherOrder() throws Exception {
        hasClass("Sets1", Map.of("sets", always(PASSED)));
        hasClass("Sets2", Map.of("sets", always(PASSED)));
        hasClass("Fails", Map.of("fails", always(FAILED)));
        found(Section.LEFT, "x", "Sets1.sets");
        found(Section.LEFT, "y", "Sets2.sets");
        tryOut();
        assertEquals(3, triedClasses().stream().filter(one -> one.size() == 4).count());
        assertEquals(2, triedClasses().stream().filter(one -> one.size() == 1).count());
        assertEquals(5, trials.size());
    }

    @Test
    void aPolluterThatFailsByItselfIsNotQuestioned() throws Exception {
        hasClass("Sets", Map.of("sets", always(FAILED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(List.of(List.of("Sets", "Plain"), List.of("Plain", "Sets")), triedClasses());
    }

    @Test
    void inASuiteOfOneClassThereIsNobodyToMind() throws Exception {
        suite.clear();
        order.clear();
        hasClass("Sets", Map.of("sets", always(PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(List.of(), trials);
        assertEquals(List.of(), facts, "that there was no time for it is not said");
    }

    /** All others are innocent by their nature: they leave nothing. */
    @Test
    void onlyThoseThatLeaveSomethingAreSuspected() throws Exception {
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        hasClass("Sets", Map.of("sets", always(PASSED)));
        found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertEquals(
                List.of(List.of("Sets", "Plain", "Reads"), List.of("Plain", "Reads", "Sets")),
                triedClasses().stream().filter(one -> one.contains("Plain")).toList());
    }

    /** First who ran first, and the next one is asked about the culprit of the one before, before anybody else. */
    @Test
    void whoHasDoneItToOneIsSuspectedFirstAtTheNext() throws Exception {
        hasClass("Zeta", Map.of("reads", failsAfter("Sets1.sets")));
        hasClass("Alpha", Map.of("reads", failsAfter("Sets1.sets")));
        for (int i = 0; i < 4; i++) {
            hasClass("Sets" + i, Map.of("sets", always(PASSED)));
            found(Section.LEFT, "x" + i, "Sets" + i + ".sets");
        }
        tryOut();
        List<List<String>> ofSome =
                triedClasses().stream().filter(one -> one.size() < order.size()).toList();
        int alpha = ofSome.indexOf(List.of("Alpha"));
        assertTrue(ofSome.indexOf(List.of("Zeta")) < alpha, ofSome::toString);
        assertEquals(List.of("Sets1", "Alpha"), ofSome.get(alpha + 1));
    }

    /** Who comes behind a test has not done it, whatever it has done to another. */
    @Test
    void whoComesBehindIsNotSuspected() throws Exception {
        hasClass("Early", Map.of("sets", always(PASSED)));
        hasClass("Middle", Map.of("sets", failsAfter("Late.sets")));
        hasClass("Late", Map.of("sets", always(PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Early.sets")));
        found(Section.LEFT, "x", "Early.sets");
        found(Section.LEFT, "y", "Middle.sets");
        Finding late = found(Section.LEFT, "z", "Late.sets");
        tryOut();
        assertTrue(of(late).confirmed());
        assertFalse(triedClasses().contains(List.of("Early", "Middle")), triedClasses()::toString);
    }

    /** The second run is the other way round. */
    @Test
    void aPolluterMayBeTheVictimOfALaterOne() throws Exception {
        hasClass("First", Map.of("sets", failsAfter("Second.sets")));
        hasClass("Second", Map.of("sets", always(PASSED)));
        Finding first = found(Section.LEFT, "x", "First.sets");
        Finding second = found(Section.LEFT, "y", "Second.sets");
        tryOut();
        assertSeen(second, true, "First.sets failed after Second in 4 of 4 runs, passed alone in 4 of 4");
        assertTrue(
                trials.stream()
                        .map(trial -> trial.lanes().get(0))
                        .filter(lane -> lane.size() < order.size())
                        .noneMatch(lane -> lane.get(lane.size() - 1).isWhole()),
                "of a victim, only the test is run");
        assertSeen(first, false, IN_TWO_RUNS);
    }

    @Test
    void whoFailsAloneAsWellConfirmsNothing() throws Exception {
        hasClass("Reads", Map.of("reads", always(FAILED)));
        hasClass("Sets", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, false, "all other tests ran after it in 1 run: none was seen to fail because of it");
    }

    /** Each failing test would take a dozen of runs. */
    @Test
    void moreThanAFewOfAClassAreNotQuestionedAndThatIsSaid() throws Exception {
        Map<String, Rule> many = new HashMap<>();
        for (int i = 0; i < 5; i++) {
            many.put("reads" + i, always(FAILED));
        }
        hasClass("Reads", many);
        hasClass("Sets", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests ran after it in 1 run: none was seen to fail because of it, and of those that failed then,"
                        + " 2 were not looked at");
    }

    /** In both orders they fail, and count once. */
    @Test
    void beyondSoManyInAllNobodyIsQuestionedEither() throws Exception {
        for (int i = 0; i < 5; i++) {
            hasClass("Reads" + i, Map.of("a", always(FAILED), "b", always(FAILED), "c", always(FAILED)));
        }
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Sets2", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets", "Sets2.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                        + " because of it, and of those that failed then, 3 were not looked at");
    }

    /** The first run says nothing of what the second would have shown. */
    @Test
    void aRunInReversedOrderThatComesToNothingIsSaid() throws Exception {
        hasClass("One", Map.of("sets", always(PASSED)));
        hasClass("Two", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "One.sets");
        found(Section.LEFT, "y", "Two.sets");
        problems.put(2, "it took longer than 60 s");
        tryOut();
        assertSeen(left, false, "a run of all tests after it came to nothing: it took longer than 60 s");
    }

    @Test
    void soIsARunBeforeIt() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        problems.put(2, "no worker starts");
        tryOut();
        assertSeen(left, false, "a run of all tests before it came to nothing: no worker starts");
    }

    /** What has failed by then is worth a question. */
    @Test
    void whoFailsInARunThatIsCutShortIsQuestioned() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        problems.put(1, "it took longer than 60 s");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
    }

    /** Nobody goes on in the place of a worker that died. */
    @Test
    void whoComesBehindACrashHasItsTurnWithoutIt() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Dies", Map.of("dies", always(Outcome.CRASHED)));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(List.of("Sets", "Reads"), triedClasses().get(3));
    }

    /** What runs behind it runs in a worker in which nobody has left anything. */
    @Test
    void whoComesBehindAClassWithAWorkerOfItsOwnHasItsTurnWithoutIt() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Own1", Map.of("runs", always(PASSED)));
        hasClass("Own2", Map.of("runs", always(PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        ownWorker.addAll(List.of("Own1", "Own2"));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(
                List.of(List.of("Sets", "Plain", "Own1", "Own2", "Reads"), List.of("Sets", "Reads")),
                triedClasses().subList(0, 2));
        assertEquals(
                List.of("Plain", "Reads", "Own1", "Own2", "Sets"),
                triedClasses().get(triedClasses().size() - 1),
                "at the end they cut nobody off");
    }

    @Test
    void wherePollutersAreCutOffTheyGoFirstOnceMore() throws Exception {
        hasClass("Own", Map.of("sets", always(PASSED)));
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        ownWorker.add("Own");
        Finding own = found(Section.LEFT, "y", "Own.sets");
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertTrue(of(left).confirmed(), of(left)::line);
        assertSeen(
                own, false, "no test ran after it: its class ends the worker that it runs in, or wants one of its own");
    }

    @Test
    void whereTooManyDieThatIsSaid() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        for (int i = 1; i <= StateTrials.MOST_PARTS + 1; i++) {
            hasClass("Dies" + i, Map.of("dies", always(Outcome.CRASHED)));
        }
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests but those of 2 classes, whose worker had ended by then (Dies1, Dies2, Dies3, …), ran after"
                        + " it in 1 run: none was seen to fail because of it");
    }

    /** It fails by chance, perhaps. */
    @Test
    void ofWhomNobodyKnowsWhyHeFailedThenThatIsSaid() throws Exception {
        int[] runs = {0};
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass(
                "Reads",
                Map.of("reads", (before, beside) -> before.contains("Sets.sets") && ++runs[0] <= 2 ? FAILED : PASSED));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(
                left,
                false,
                "all other tests ran after it in 1 run: none was seen to fail because of it, and of those that failed then,"
                        + " 1 could not be decided");
    }

    /** They fail for another reason, as a rule, and there may be many of them. */
    @Test
    void whoFailedInTheRunItselfTakesNobodysPlace() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        for (int i = 0; i <= StateTrials.MOST_VICTIMS; i++) {
            hasClass("Broken" + i, Map.of("fails", always(FAILED)), "failed");
        }
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")));
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertSeen(left, true, "Reads.reads failed after Sets in 4 of 4 runs, passed alone in 4 of 4");
        assertEquals(List.of("Reads"), triedClasses().get(1), "and is the first who is asked");
    }

    /** He may be a victim himself: polluters that ran before him did it in the run as well. */
    @Test
    void whoFailedInTheRunItselfIsQuestionedAllTheSame() throws Exception {
        hasClass("Sets", Map.of("sets", always(PASSED)));
        hasClass("Reads", Map.of("reads", failsAfter("Sets.sets")), "failed");
        Finding left = found(Section.LEFT, "x", "Sets.sets");
        tryOut();
        assertTrue(of(left).confirmed(), of(left)::line);
    }
}
