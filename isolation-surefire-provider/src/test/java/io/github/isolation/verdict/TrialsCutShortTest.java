package io.github.isolation.verdict;

import static io.github.isolation.trial.Outcome.PASSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.findings.Finding;
import io.github.isolation.findings.Finding.Section;
import io.github.isolation.trial.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found, and what is said, where a run came to nothing or a worker ended before all had their turn. */
final class TrialsCutShortTest extends TriedSuite {
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
}
