package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.record.TrialFact;
import io.github.isolation.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two classes at once, of which it is known who does what to whom. */
final class ClashTrialsTest extends TriedSuite {
    @Test
    void aFileThatChangesDuringManyClassesIsNobodysAndNotTried() throws Exception {
        String[] classes = new String[10];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = "Uses" + i;
            hasClass(classes[i], Map.of("a", failsBeside("Uses")));
        }
        found(Section.DIFFERENCES, "/log", classes);
        tryOut();
        assertEquals(List.of(), trials);
        Finding file = found(Section.DIFFERENCES, "/file", "Uses0", "Uses1");
        tryOut();
        assertTrue(of(file).confirmed(), of(file)::line);
    }

    /** By whom is not known, and no line is; that two classes do not bear each other is. */
    @Test
    void aFileThatChangedDuringTwoClassesIsConfirmedIfTheyDoNotBearEachOther() throws Exception {
        hasClass("Runs", Map.of("runs", always(Outcome.PASSED)));
        hasClass("Starts", Map.of("starts", failsBeside("Runs")));
        Finding file = found(Section.DIFFERENCES, "/file", "Runs", "Starts");
        tryOut();
        assertSeen(file, true, "Starts.starts failed beside Runs in 5 of 5 runs, passed alone in 4 of 4");
    }

    @Test
    void ofAFileThatManyUseThreePairsAreTried() throws Exception {
        String[] tests = new String[6];
        for (int i = 0; i < tests.length; i++) {
            hasClass("Uses" + i, Map.of("a", always(Outcome.PASSED)));
            tests[i] = "Uses" + i;
        }
        Finding file = found(Section.CLASHES, "/file", tests);
        tryOut();
        assertEquals(3, of(file).seen().size(), of(file).seen()::toString);
        assertEquals(9, trials.size());
    }

    /** One pair is enough, and of each class one test. */
    @Test
    void whatIsConfirmedIsNotTriedAnyMore() throws Exception {
        String[] tests = new String[6];
        for (int i = 0; i < tests.length; i++) {
            hasClass("Uses" + i, Map.of("a", failsBeside("Uses"), "b", failsBeside("Uses")));
            tests[i] = "Uses" + i;
        }
        Finding file = found(Section.CLASHES, "/file", tests);
        tryOut();
        assertSeen(
                file,
                true,
                "Uses0.a failed beside Uses1 in 5 of 5 runs, passed alone in 4 of 4",
                "Uses1.a failed beside Uses0 in 5 of 5 runs, passed alone in 4 of 4");
    }

    /** They share something else as well, of which nothing is known yet. */
    @Test
    void aPairOfWhichOneThingIsConfirmedIsTriedForTheOther() throws Exception {
        hasClass("A", Map.of("a", failsBeside("B")));
        hasClass("B", Map.of("b", always(Outcome.PASSED)));
        hasClass("C", Map.of("c", always(Outcome.PASSED)));
        Finding file = found(Section.CLASHES, "/file", "A.a", "B.b", "C.c");
        Finding other = found(Section.CLASHES, "/other", "A.a", "C.c");
        tryOut();
        assertTrue(of(file).confirmed());
        assertSeen(other, false, "A and C at once: no test failed in 3 runs");
    }

    @Test
    void aClashIsConfirmedByTheOneThatFailsBesideTheOther() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, true, "Serves.serves failed beside Binds in 5 of 5 runs, passed alone in 4 of 4");
    }

    @Test
    void twoThatGetAlongStayCandidates() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", always(Outcome.PASSED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Serves.serves", "Binds.binds");
        tryOut();
        assertSeen(port, false, "Binds and Serves at once: no test failed in 3 runs");
        assertEquals(3, trials.size());
    }

    @Test
    void whoFailsBesideAnotherAndAloneConfirmsNoClash() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", always(Outcome.FAILED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, false, "Serves.serves failed beside Binds, and alone in 2 of 2 runs");
    }

    @Test
    void whatIsNotThereAnyMoreIsNotTried() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Gone.serves");
        tryOut();
        assertEquals(List.of(), trials);
    }

    @Test
    void whatIsNeverRunAtTheSameTimeIsNotTried() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        groups.put("Binds", "port");
        groups.put("Serves", "port");
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, false, "Binds and Serves were not tried at once: @SameFork keeps them in one fork");
        assertEquals(List.of(), trials);
    }

    /** As where one waits for a lock of the other's, and never gets it. */
    @Test
    void whoFailedBeforeARunAtOnceCameToNothingIsQuestioned() throws Exception {
        hasClass("Binds", Map.of("binds", always(Outcome.PASSED)));
        hasClass("Serves", Map.of("serves", failsBeside("Binds")));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        problems.put(2, "it took longer than 60 s");
        tryOut();
        assertSeen(
                port,
                true,
                "a run of Binds and Serves at once came to nothing: it took longer than 60 s",
                "Serves.serves failed beside Binds in 5 of 5 runs, passed alone in 4 of 4");
    }

    /** Also before it failed for the first time, when nobody had asked for it. */
    @Test
    void howOftenItPassedBesideTheOtherCounts() throws Exception {
        int[] runs = {0};
        Rule failsInEverySecond =
                (before, beside) -> beside.contains("Serves") && ++runs[0] % 2 == 0 ? Outcome.FAILED : Outcome.PASSED;
        hasClass("Binds", Map.of("binds", failsInEverySecond));
        hasClass("Serves", Map.of("serves", always(Outcome.PASSED)));
        Finding port = found(Section.CLASHES, "port 1 (TCP)", "Binds.binds", "Serves.serves");
        tryOut();
        assertSeen(port, true, "Binds.binds failed beside Serves in 5 of 10 runs, passed alone in 10 of 10");
        List<TrialFact> made = facts.stream()
                .filter(TrialFact.class::isInstance)
                .map(TrialFact.class::cast)
                .toList();
        assertEquals(List.of(), made.get(0).passed(), "nobody has asked for it");
        assertEquals(List.of("Binds.binds"), made.get(3).passed());
    }
}
