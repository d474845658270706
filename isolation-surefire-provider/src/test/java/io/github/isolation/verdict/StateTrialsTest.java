package io.github.isolation.verdict;

import static io.github.isolation.trial.Outcome.FAILED;
import static io.github.isolation.trial.Outcome.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.TrialFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is found to mind what others leave, or to need it, in suites in which that is known. */
final class StateTrialsTest extends TriedSuite {
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
