package io.github.isolation.verdict;

import static io.github.isolation.trial.Outcome.FAILED;
import static io.github.isolation.trial.Outcome.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who of several that leave something is found to be the one whom a test minds, or each of those whom it minds. */
final class SeveralPollutersTest extends TriedSuite {
    private static final String IN_TWO_RUNS =
            "all other tests ran after it in 2 runs, and after the others that leave something: none was seen to fail"
                    + " because of it";

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
}
