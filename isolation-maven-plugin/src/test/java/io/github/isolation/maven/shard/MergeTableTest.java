package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ReportedClass;
import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardEnd;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is thought of shards in whatever state they arrive: never green unless every class was run once. */
class MergeTableTest extends Merges {
    @Test
    void allOfThemAreGreenAndTheirReportsAreInOneDirectory() throws IOException {
        allLeave();
        assertVerdict(Verdict.GREEN);
        assertEquals("6 classes planned, 6 reported once, 3 of 3 shards; longest 3:00, mean 2:00", merged().summary());
        assertEquals(
                Stream.of("A", "B", "C", "D", "E", "F")
                        .map(name -> "g/a/maven-surefire-plugin/default-test/TEST-a." + name + "Test.xml")
                        .toList(),
                reports());
        assertEquals(
                List.of(
                        "100 " + MachineOnDisk.KEY + " a.ATest",
                        "200 " + MachineOnDisk.KEY + " a.BTest",
                        "300 " + MachineOnDisk.KEY + " a.CTest",
                        "100 " + MachineOnDisk.KEY + " a.DTest",
                        "200 " + MachineOnDisk.KEY + " a.ETest",
                        "300 " + MachineOnDisk.KEY + " a.FTest"),
                Files.readAllLines(directory.resolve("merged/class-times")));
    }

    @Test
    void nothingAtAllIsNotGreen() throws IOException {
        assertVerdict(Verdict.INCOMPLETE, "no shard has left anything here");
    }

    @Test
    void anEmptyUniverseIsNotGreen() throws IOException {
        for (MachineOnDisk machine : List.of(one, two, three)) {
            machine.plan.clear();
        }
        allLeave();
        assertVerdict(Verdict.INCOMPLETE, "no class was planned: nothing was tested");
    }

    @Test
    void anEmptyShardIsGreen() throws IOException {
        for (MachineOnDisk machine : List.of(one, two, three)) {
            machine.plan.replaceAll((name, shard) -> shard == 3 ? 1 : shard);
        }
        allLeave();
        assertVerdict(Verdict.GREEN);
    }

    @Test
    void aFailureIsRed() throws IOException {
        two.results.put("a.ETest", new Counts(5, 2, 1, 0, 0));
        allLeave();
        assertVerdict(Verdict.RED, "shard 2 of 3: a.ETest: 2 failures, 1 error of 5 tests");
    }

    @Test
    void aBuildThatFailedWithoutATestIsRed() throws IOException {
        two.failure = "Compilation failure";
        allLeave();
        assertVerdict(Verdict.RED, "shard 2 of 3: its build failed, and no test did: Compilation failure");
        two.results.put("a.ETest", new Counts(5, 2, 0, 0, 0));
        two.attempt = 2;
        two.leaves(shards);
        assertVerdict(Verdict.RED, "a.ETest: 2 failures of 5 tests");
    }

    @Test
    void anAbsentShardIsNamedWithItsClasses() throws IOException {
        one.leaves(shards);
        three.leaves(shards);
        assertVerdict(
                Verdict.INCOMPLETE, MachineOnDisk.KEY + ": shard 2 of 3 has left nothing; it had a.BTest, a.ETest");
        assertEquals("6 classes planned, 4 reported once, 2 of 3 shards; longest 3:00, mean 2:00", merged().summary());
    }

    @Test
    void aModuleThatOneShardDidNotComeToIsMissing() throws IOException {
        allLeave();
        for (MachineOnDisk machine : List.of(one, three)) {
            machine.key = "g:b/maven-surefire-plugin/default-test";
            machine.leaves(shards);
        }
        assertVerdict(Verdict.INCOMPLETE, "g:b/maven-surefire-plugin/default-test: shard 2 of 3 has left nothing");
    }

    @Test
    void aMachineThatDiedIsNamedWithItsClasses() throws IOException {
        two.ends = false;
        allLeave();
        assertVerdict(
                Verdict.INCOMPLETE,
                "has no end: the machine died, or the supervisor did; without results: a.BTest, a.ETest");
    }

    @Test
    void aFileThatIsCutAnywhereIsNeverGreen() throws IOException {
        allLeave();
        Path file = shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1.jsonl");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertFalse(merged().verdict() == Verdict.GREEN, "cut after " + length);
        }
        Files.writeString(file, whole.substring(0, whole.length() - 1));
        assertVerdict(Verdict.INCOMPLETE, "has no end");
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        allLeave();
        Path file = shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1.jsonl");
        Files.writeString(file, "{}\n" + Files.readString(file));
        assertVerdict(Verdict.INCOMPLETE, file + ", line 1: ", "shard 2 of 3 has left nothing");
    }

    /** As where Failsafe could not begin, and Maven was told to ignore failures. */
    @Test
    void whatNoMachineCouldBeginIsMissing() throws IOException {
        allLeave();
        String key = "g:a/maven-failsafe-plugin/it";
        for (int shard = 1; shard <= 3; shard++) {
            String machine = "machine-" + shard;
            ShardFile.begin(
                    shards.resolve("m" + shard + "-1-" + machine),
                    new ShardHeader("refused-" + shard, key, shard, 3, 1, "4711", "", "", "", "", machine),
                    List.of());
        }
        MergedShards merged = assertVerdict(
                Verdict.INCOMPLETE, key + ": shard 1 of 3", key + ": shard 2 of 3", key + ": shard 3 of 3");
        merged.problems().forEach(line -> assertTrue(line.endsWith(") has run no test: its build says why"), line));
    }

    @Test
    void whatOneMachineCouldNotBeginIsMissing() throws IOException {
        one.leaves(shards);
        three.leaves(shards);
        ShardFile.begin(
                Files.createDirectories(shards.resolve("two")),
                new ShardHeader("refused", MachineOnDisk.KEY, 2, 3, 1, "4711", "", "", "", "", "machine-2"),
                List.of());
        assertVerdict(Verdict.INCOMPLETE, "/shard-2-of-3.attempt-1.jsonl) has run no test: its build says why");
    }

    @Test
    void aShardOfAnotherBuildIsAContradiction() throws IOException {
        two.run = "4712";
        allLeave();
        assertVerdict(Verdict.CONTRADICTORY, "shards are of different builds (isolation.shardRun): 4711 in ");
        assertTrue(merged().problems().get(0).contains("; 4712 in " + shards.resolve("m2-1-machine-2")), "named");
    }

    @Test
    void whereNobodySaysTheBuildItIsNotCompared() throws IOException {
        two.run = "";
        allLeave();
        assertVerdict(Verdict.GREEN);
    }

    @Test
    void shardsOfDifferentNumbersAreAContradiction() throws IOException {
        two.total = 4;
        allLeave();
        assertEquals(Verdict.CONTRADICTORY, merged().verdict());
        assertTrue(
                merged().problems().get(0).startsWith("shards are parts of different numbers of shards: 3 in "),
                "named");
    }

    @Test
    void otherClassesAreAContradiction() throws IOException {
        two.plan.put("a.NewTest", 2);
        allLeave();
        assertEquals(Verdict.CONTRADICTORY, merged().verdict());
        assertTrue(
                merged().problems()
                        .get(0)
                        .contains(
                                "shard 1 of 3 and shard 2 of 3 have found other classes: only the first none; only the"
                                        + " second a.NewTest"),
                () -> "named");
    }

    @Test
    void otherTimesThatLeadToAnotherPlanAreAContradictionAndTheReasonIsSaid() throws IOException {
        two.plan.put("a.ATest", 2);
        two.times = "other";
        allLeave();
        assertVerdict(
                Verdict.CONTRADICTORY,
                "shard 1 of 3 and shard 2 of 3 have another plan of who runs what: they know other times",
                "a.ATest was run by shard 1 of 3 and shard 2 of 3");
    }

    @Test
    void otherTimesThatLeadToTheSamePlanAreNone() throws IOException {
        two.times = "other";
        allLeave();
        assertVerdict(Verdict.GREEN);
    }

    @Test
    void anEditedPlanIsAContradictionAndSoIsAClassThatNobodyRan() throws IOException {
        two.plan.put("a.ETest", 3);
        allLeave();
        assertVerdict(Verdict.CONTRADICTORY, "have another plan of who runs what: modules before this one");
        assertEquals("6 classes planned, 5 reported once, 3 of 3 shards; longest 3:00, mean 2:00", merged().summary());
    }

    /** All machines have the same plan, and none of them the class. */
    @Test
    void aClassThatAPlanGivesToNoShardIsMissing() throws IOException {
        for (MachineOnDisk machine : List.of(one, two, three)) {
            machine.plan.put("a.ETest", 4);
        }
        allLeave();
        assertVerdict(Verdict.INCOMPLETE, MachineOnDisk.KEY + ": by the plan, no shard was to run a.ETest");
    }

    @Test
    void aFileThatWasEditedIsAContradiction() throws IOException {
        allLeave();
        Path file = shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1.jsonl");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"class\":\"a.FTest\",\"shard\":3", "\"class\":\"a.FTest\",\"shard\":1"));
        assertVerdict(Verdict.CONTRADICTORY, "was changed: its classes are not those of its header");
    }

    @Test
    void otherClassFilesAreAContradiction() throws IOException {
        three.bytes.put("a.ATest", "of another commit");
        allLeave();
        assertVerdict(Verdict.CONTRADICTORY, "shard 1 of 3 and shard 3 of 3 have other class files of a.ATest");
    }

    @Test
    void groupsOfABuildMayHaveOtherClassFilesAndAreAccountedForOneByOne() throws IOException {
        allLeave();
        for (MachineOnDisk machine : List.of(one, two)) {
            machine.group = "jdk21";
            machine.bytes.put("a.ATest", "of another JDK");
            machine.leaves(shards);
        }
        assertVerdict(Verdict.INCOMPLETE, "shard 3 of 3 (jdk21) has left nothing; it had a.CTest, a.FTest");
        assertTrue(reports().contains("jdk21/g/a/maven-surefire-plugin/default-test/TEST-a.ATest.xml"));
        assertEquals(10, reports().size());
    }

    @Test
    void aClassThatWasLostIsMissing() throws IOException {
        two.lost.add("a.ETest");
        allLeave();
        assertVerdict(Verdict.INCOMPLETE, "shard 2 of 3 has no results of a.ETest");
    }

    private void couldNotBegin(int machine, String key) throws IOException {
        ShardFile.begin(
                shards.resolve("q" + machine),
                new ShardHeader(
                        "refused-" + machine, key, 0, ShardHeader.QUEUE, 1, "4711", "", "", "", "", "b" + machine),
                List.of());
    }

    /** As where the database is gone when machines come to Failsafe, and Maven was told to ignore failures. */
    @Test
    void whatNoMachineCouldTakeFromAQueueIsMissing() throws IOException {
        couldNotBegin(1, "g:a/maven-failsafe-plugin/it");
        couldNotBegin(2, "g:a/maven-failsafe-plugin/it");
        MergedShards merged = merged();
        assertEquals(Verdict.INCOMPLETE, merged.verdict());
        assertTrue(
                merged.problems().get(0).startsWith("g:a/maven-failsafe-plugin/it: no machine has run a test of it: "),
                () -> "" + merged);
    }

    @Test
    void aMachineThatCouldNotGetToAQueueIsNotMissedWhereOthersDid() throws IOException {
        String key = "g:a/maven-surefire-plugin/default-test";
        couldNotBegin(1, key);
        Path machine = shards.resolve("q2");
        List<ScannedClass> scanned = List.of(new ScannedClass("a.ATest", 0, "d"));
        String universe = Digests.ofLines(new TreeSet<>(List.of("a.ATest")));
        ShardFile.begin(
                machine,
                new ShardHeader("r2", key, 2, ShardHeader.QUEUE, 1, "4711", "", universe, "", "", "b2"),
                scanned);
        ReportedClass ran = new ReportedClass("a.ATest", State.REPORTED, new Counts(2, 0, 0, 0, 0), 5, 1, 1, "", "");
        ShardFile.end(
                machine.resolve("shard-2-of-queue.attempt-1.jsonl"), "r2", List.of(ran), new ShardEnd(1, 9, "", ""));
        assertVerdict(Verdict.GREEN);
        assertEquals("1 class planned, 1 reported once, 1 of 2 machines; longest 0:00, mean 0:00", merged().summary());
        String note = key + ": run without a machine that could not begin";
        assertTrue(merged().notes().stream().anyMatch(one -> one.startsWith(note)), () -> "without " + note);
    }

    /** It has found other classes, or the id is that of an older build: that others were green says nothing of it. */
    @Test
    void aMachineThatAQueueHasRefusedIsNotGreen() throws IOException {
        aMachineThatCouldNotGetToAQueueIsNotMissedWhereOthersDid();
        Path file = shards.resolve("q1/shard-0-of-queue.attempt-1.jsonl");
        ShardFile.end(file, "refused-1", List.of(), new ShardEnd(0, 0, "<queue>: other classes", ""));
        assertVerdict(
                Verdict.RED,
                "a machine that could not begin: its build failed, and no test did: <queue>: other classes");
        assertTrue(merged().summary().contains("1 of 2 machines"), merged().summary());
    }
}
