package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ShardFile;
import io.github.isolation.shard.ShardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is thought of shards in whatever state they arrive: never green unless every class was run once. */
class MergeTableTest extends Merges {
    private List<String> reports() throws IOException {
        Path reports = directory.resolve("merged/reports");
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> reports.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

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

    @Test
    void aReportThatIsGoneOrChangedIsSeen() throws IOException {
        allLeave();
        Path report;
        try (Stream<Path> files = Files.walk(shards)) {
            report = files.filter(file -> file.endsWith("TEST-a.ETest.xml"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(report, "<testsuite/>");
        assertVerdict(Verdict.CONTRADICTORY, "a.ETest: its report was changed: " + report);
        Files.delete(report);
        assertVerdict(Verdict.INCOMPLETE, "a.ETest: its report is not there: " + report);
    }

    @Test
    void whatASuiteHasRunBesidesIsNoClassOfThePlanAndKeepsBothReports() throws IOException {
        one.besides.add("a.PartOfASuite");
        two.besides.add("a.PartOfASuite");
        allLeave();
        assertVerdict(Verdict.GREEN);
        assertEquals(8, reports().size());
        assertTrue(reports().contains("g/a/maven-surefire-plugin/default-test/TEST-a.PartOfASuite-shard-2.xml"));
    }

    @Test
    void timesOfOtherClassesStayAndThoseOfABrokenFileAreNotLost() throws IOException {
        allLeave();
        Path times = directory.resolve("ci/times");
        Files.createDirectories(directory.resolve("ci"));
        Files.writeString(times, "7 " + MachineOnDisk.KEY + " a.ATest\n9 g:other/s/t x.YTest\n");
        MergedShards.of(shards, directory.resolve("merged"), times, Map.of());
        Map<String, String> read = new TreeMap<>();
        Files.readAllLines(times)
                .forEach(line -> read.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
        assertEquals("100", read.get(MachineOnDisk.KEY + " a.ATest"));
        assertEquals("9", read.get("g:other/s/t x.YTest"));
        assertEquals(7, read.size());
        assertEquals(
                new TreeSet<>(Files.readAllLines(times)),
                new TreeSet<>(Files.readAllLines(directory.resolve("merged/class-times"))));
        Files.writeString(times, "<<<<<<< HEAD\n");
        String message = assertThrows(
                        IOException.class, () -> MergedShards.of(shards, directory.resolve("merged"), times, Map.of()))
                .getMessage();
        assertTrue(message.contains("is no file of class times: '<<<<<<< HEAD'; remove it"), message);
    }

    @Test
    void coverageThatDiedWithAMachineIsNamed() throws IOException {
        two.ends = false;
        allLeave();
        Path exec = Files.createDirectories(shards.resolve("m1-1-machine-1/shard-1-of-3.attempt-1/coverage"))
                .resolve("jacoco.exec");
        Files.writeString(exec, "data");
        List<String> notes = merged().notes();
        String note = "coverage is not whole: it died with a worker or a machine that ran a.BTest, a.ETest";
        assertTrue(notes.contains(note), () -> "" + notes);
        assertTrue(Files.exists(directory.resolve("merged/coverage/1-jacoco.exec")));
        Files.delete(exec);
        assertFalse(merged().notes().contains(note));
    }

    private static Path measured(Path machine, String what) throws IOException {
        return Files.writeString(
                Files.createDirectories(machine.resolve("coverage")).resolve("jacoco.exec"), what);
    }

    @Test
    void coverageIsThatOfTheAttemptsThatCount() throws IOException {
        allLeave();
        measured(shards.resolve("m2-1-machine-2/shard-2-of-3.attempt-1"), "older");
        two.attempt = 2;
        two.leaves(shards);
        measured(shards.resolve("m2-2-machine-2/shard-2-of-3.attempt-2"), "newer");
        merged();
        try (Stream<Path> files = Files.list(directory.resolve("merged/coverage"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all::toString);
            assertEquals("newer", Files.readString(all.get(0)));
        }
    }

    /** As with -Disolation.shards=. where the result is below as well. */
    @Test
    void whatAnEarlierMergeHasWrittenIsNoShards() throws IOException {
        allLeave();
        measured(shards.resolve("m1-1-machine-1/shard-1-of-3.attempt-1"), "data");
        for (int i = 0; i < 2; i++) {
            MergedShards merged = MergedShards.of(directory, directory.resolve("merged"), null, Map.of());
            assertEquals(Verdict.GREEN, merged.verdict(), () -> "" + merged);
            assertTrue(Files.exists(directory.resolve("merged/coverage/1-jacoco.exec")));
        }
    }
}
