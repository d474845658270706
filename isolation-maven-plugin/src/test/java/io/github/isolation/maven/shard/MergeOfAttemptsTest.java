package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is thought of a machine that has left more than one run: one of them counts, and none is forgotten. */
class MergeOfAttemptsTest extends Merges {
    @Test
    void theSameFileTwiceCountsOnce() throws IOException {
        allLeave();
        Path copy = Files.createDirectories(shards.resolve("z-again")).resolve("shard-2-of-3.attempt-1.jsonl");
        Files.copy(shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1.jsonl"), copy);
        assertVerdict(Verdict.GREEN);
        assertTrue(merged().notes().get(0).contains(" is a copy of "), () -> "of " + copy);
    }

    @Test
    void oneRunInTwoVersionsIsAContradiction() throws IOException {
        allLeave();
        Path copy = Files.createDirectories(shards.resolve("z-again")).resolve("shard-2-of-3.attempt-1.jsonl");
        String text = Files.readString(shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1.jsonl"));
        Files.writeString(copy, text.replace("\"tests\":2", "\"tests\":3"));
        assertVerdict(Verdict.CONTRADICTORY, "are of one run");
    }

    @Test
    void twoMachinesWithOneNumberAreAContradiction() throws IOException {
        allLeave();
        two.build = "machine-4";
        two.leaves(shards);
        assertVerdict(Verdict.CONTRADICTORY, "shard 2 of 3 was run by two machines");
    }

    @Test
    void theHigherAttemptCountsAndWhatItMendedIsFlaky() throws IOException {
        two.results.put("a.ETest", new Counts(5, 2, 0, 0, 0));
        allLeave();
        two.results.clear();
        two.attempt = 2;
        two.build = "machine-2-again";
        two.leaves(shards);
        assertVerdict(Verdict.GREEN);
        List<String> notes = merged().notes();
        assertEquals(
                "shard 2 of 3: attempt 2 counts, and attempt 1 of " + MachineOnDisk.KEY + " is history", notes.get(0));
        assertEquals(
                "flaky: " + MachineOnDisk.KEY
                        + ": shard 2 of 3: a.ETest.test1, a.ETest.test2 failed in attempt 1 and passed in attempt 2",
                notes.get(1));
    }

    /** As with a goal that is called twice. */
    @Test
    void whatFailedInTheFirstOfTwoRunsOfABuildIsFlakyToo() throws IOException {
        two.results.put("a.ETest", new Counts(5, 2, 0, 0, 0));
        allLeave();
        two.results.clear();
        two.again = "-again";
        two.leaves(shards);
        assertVerdict(Verdict.GREEN);
        assertEquals(
                List.of(
                        "flaky: " + MachineOnDisk.KEY
                                + ": shard 2 of 3: a.ETest.test1, a.ETest.test2 failed in attempt 1 and passed in another run of it"),
                merged().notes().subList(0, 1));
    }

    @Test
    void anOlderAttemptMendsNothing() throws IOException {
        allLeave();
        two.results.put("a.ETest", new Counts(5, 2, 0, 0, 0));
        two.attempt = 2;
        two.leaves(shards);
        assertVerdict(Verdict.RED, "a.ETest: 2 failures of 5 tests");
        two.attempt = 3;
        two.ends = false;
        two.leaves(shards);
        assertVerdict(Verdict.INCOMPLETE, "has no end");
    }

    @Test
    void aTestThatPassedAtAnotherAttemptInOneRunIsFlaky() throws IOException {
        two.results.put("a.ETest", new Counts(5, 0, 0, 0, 1));
        allLeave();
        assertVerdict(Verdict.GREEN);
        assertTrue(merged().notes().get(0).startsWith("flaky: "), () -> "notes");
    }
}
