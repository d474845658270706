package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is thought of a class in parts, in whatever state they arrive: never green unless all of them were run. */
class MergeOfPartsTest extends MergesOfParts {

    @Test
    void allPartsAreGreenAndHaveOneReport() throws IOException {
        allLeave();
        MergedShards merged = assertOnce(7, Verdict.GREEN);
        assertEquals(
                "7 classes planned, 7 reported once (1 in 3 parts), 3 of 3 shards; longest 3:00, mean 2:00",
                merged.summary());
        String xml = Files.readString(joined());
        assertTrue(xml.startsWith("<testsuite name='a.LongTest' tests=\"4\" failures=\"0\">"), xml);
        List<String> names = Stream.of(xml.split("<testcase ", -1))
                .skip(1)
                .map(one -> one.replaceAll("(?s).* name='([^']*)'.*", "$1"))
                .toList();
        assertEquals(List.of("test1.1", "test1.2", "test2.1", "test3.1"), names);
        assertEquals(1, xml.split("<property ", -1).length - 1, xml);
        try (Stream<Path> files = Files.walk(directory.resolve("merged/reports"))) {
            assertEquals(7, files.filter(Files::isRegularFile).count());
        }
    }

    /** What is done beside the tests is done by each machine: a plan that counts it three times would never divide the class again. */
    @Test
    void aClassTakesItsTestsAndOnceWhatIsBeside() throws IOException {
        third.millis = 2_000;
        allLeave();
        assertOnce(7, Verdict.GREEN);
        assertEquals(List.of("5600 " + KEY + " a.LongTest"), ofLongTest("class-times"));
        assertEquals(
                List.of(
                        "1000 " + KEY + " a.LongTest method:a()",
                        "1000 " + KEY + " a.LongTest method:b()",
                        "2000 " + KEY + " a.LongTest method:d()",
                        "1000 " + KEY + " a.LongTest nested-class:C"),
                lines("member-times"));
    }

    @Test
    void timesOfAClassThatIsNotWholeStayAsTheyWere() throws IOException {
        one.leaves(shards);
        three.leaves(shards);
        Path times = Files.createDirectories(directory.resolve("ci")).resolve("times");
        Path members = times.resolveSibling("member-times");
        String before = "7 " + KEY + " a.LongTest method:a()\n9 g:other/s/t x.YTest method:y()\n";
        Files.writeString(times, "8 " + KEY + " a.LongTest\n");
        Files.writeString(members, before);
        MergedShards.of(shards, directory.resolve("merged"), times, Map.of());
        assertTrue(Files.readAllLines(times).contains("8 " + KEY + " a.LongTest"));
        assertEquals(before, Files.readString(members));
        assertEquals(before, Files.readString(directory.resolve("merged/member-times")));
        two.leaves(shards);
        MergedShards.of(shards, directory.resolve("merged"), times, Map.of());
        assertTrue(Files.readAllLines(times).contains("4600 " + KEY + " a.LongTest"));
        assertEquals(5, Files.readAllLines(members).size());
        assertTrue(Files.readString(members).contains("\n9 g:other/s/t x.YTest method:y()\n"));
        Files.writeString(members, "<<<<<<< HEAD\n");
        List<String> undone = MergedShards.of(shards, directory.resolve("merged"), times, Map.of())
                .undone();
        assertTrue(undone.get(0).contains("is no file of member times: '<<<<<<< HEAD'; remove it"), undone::toString);
    }

    /** As with {@code -Dtest=LongTest#a}: the next plan is of all of them again. */
    @Test
    void aMemberThatTookNoTimeKeepsTheTimeThatIsKnown() throws IOException {
        third.millis = 0;
        allLeave();
        Path times = Files.createDirectories(directory.resolve("ci")).resolve("times");
        Path members = times.resolveSibling("member-times");
        Files.writeString(members, "7 " + KEY + " a.LongTest method:d()\n8 " + KEY + " a.LongTest method:gone()\n");
        MergedShards.of(shards, directory.resolve("merged"), times, Map.of());
        assertEquals(
                List.of(
                        "1000 " + KEY + " a.LongTest method:a()",
                        "1000 " + KEY + " a.LongTest method:b()",
                        "7 " + KEY + " a.LongTest method:d()",
                        "1000 " + KEY + " a.LongTest nested-class:C"),
                Files.readAllLines(members));
    }

    @Test
    void anAbsentPartIsNamed() throws IOException {
        one.leaves(shards);
        three.leaves(shards);
        assertOnce(
                4,
                Verdict.INCOMPLETE,
                KEY + ": shard 2 of 3 has left nothing; it had a.BTest, a.ETest, a.LongTest (part 2 of 3)");
        assertEquals(List.of(), ofLongTest("class-times"));
        assertTrue(Files.exists(joined()), "what there is of it can be read");
    }

    @Test
    void aMachineThatDiedIsNamedWithItsPart() throws IOException {
        two.ends = false;
        allLeave();
        assertOnce(
                4,
                Verdict.INCOMPLETE,
                "has no end: the machine died, or the supervisor did; without results: a.BTest, a.ETest, a.LongTest (part 2 of 3)");
    }

    @Test
    void aPartThatWasLostIsMissing() throws IOException {
        three.lost.add(DividedOnDisk.NAME);
        allLeave();
        assertOnce(6, Verdict.INCOMPLETE, "shard 3 of 3 has no results of a.LongTest (part 3 of 3)");
    }

    @Test
    void aFileThatIsCutAnywhereIsNeverGreen() throws IOException {
        allLeave();
        Path file = shards.resolve("m3-1-machine-3/shard-3-of-3.attempt-1.jsonl");
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertFalse(merged().verdict() == Verdict.GREEN, "cut after " + length);
        }
    }

    /** Each line of it, taken out alone. */
    @Test
    void aFileWithoutOneOfItsLinesIsNeverGreen() throws IOException {
        allLeave();
        Path file = shards.resolve("m3-1-machine-3/shard-3-of-3.attempt-1.jsonl");
        List<String> whole = Files.readAllLines(file);
        for (int i = 0; i < whole.size(); i++) {
            List<String> without = new ArrayList<>(whole);
            without.remove(i);
            Files.write(file, without);
            int line = i;
            MergedShards merged = merged();
            assertNotEquals(Verdict.GREEN, merged.verdict(), () -> whole.get(line) + "\n" + merged);
        }
    }

    /** The plans differ, and so two machines have one part. */
    @Test
    void aPartThatTwoMachinesRanIsAContradiction() throws IOException {
        third.shards.set(1, 3);
        allLeave();
        MergedShards merged = merged();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertTrue(
                merged.problems().get(0).contains("shard 1 of 3 and shard 3 of 3 have another plan of who runs what"),
                () -> "" + merged.problems());
        assertTrue(
                merged.problems().contains(KEY + ": a.LongTest (part 2 of 3) was run by shard 2 of 3 and shard 3 of 3"),
                () -> "" + merged.problems());
        assertTrue(
                merged.problems().contains(KEY + ": a.LongTest: C was run by shard 2 of 3 and shard 3 of 3"),
                () -> "" + merged.problems());
    }

    /** What is told of it is not what was planned, whoever else was to run it. */
    @Test
    void aPartThatTheMachineWasNotToRunIsAContradiction() throws IOException {
        two.leaves(shards);
        Path file = three.leaves(shards);
        List<String> changed = Files.readAllLines(file).stream()
                .map(line -> line.contains("\"reported\"") ? line.replace("\"part\":3", "\"part\":1") : line)
                .toList();
        Files.write(file, changed);
        MergedShards merged = merged();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertTrue(
                merged.problems()
                        .contains(KEY + ": a.LongTest (part 1 of 3) was run by shard 3 of 3, which was not to run it"),
                () -> "" + merged.problems());
    }

    @Test
    void theSamePartsWithOtherMembersAreAnotherPlan() throws IOException {
        second.named.set(0, List.of("method:a()"));
        allLeave();
        assertVerdict(Verdict.CONTRADICTORY, "shard 1 of 3 and shard 2 of 3 have another plan of who runs what");
    }

    @Test
    void aMachineThatRanTheWholeClassIsAContradiction() throws IOException {
        one.divided = null;
        one.plan.put(DividedOnDisk.NAME, 1);
        allLeave();
        MergedShards merged = merged();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertTrue(
                merged.problems()
                        .contains(KEY + ": a.LongTest was run as a whole by shard 1 of 3, and in 3 parts by"
                                + " shard 2 of 3 and shard 3 of 3"),
                () -> "" + merged.problems());
    }

    /** All machines have the same plan, and none of them the part. */
    @Test
    void aPartThatAPlanGivesToNoShardIsMissing() throws IOException {
        for (int nobody : new int[] {4, 0}) {
            all.forEach(part -> part.shards.set(1, nobody));
            allLeave();
            assertVerdict(Verdict.INCOMPLETE, KEY + ": by the plan, no shard was to run a.LongTest (part 2 of 3)");
            clear();
        }
    }

    @Test
    void aPlanThatWasEditedInOneFileIsAContradiction() throws IOException {
        allLeave();
        Path file = shards.resolve("m1-1-machine-1/shard-1-of-3.attempt-1.jsonl");
        String text = Files.readString(file);
        String edited =
                text.replace("\"shard\":3,\"digest\":\"bytes of it\"", "\"shard\":2,\"digest\":\"bytes of it\"");
        assertNotEquals(text, edited);
        Files.writeString(file, edited);
        MergedShards merged = merged();
        assertEquals(Verdict.CONTRADICTORY, merged.verdict());
        assertTrue(
                merged.problems().get(0).contains("have one plan by their headers, and another by their lines"),
                () -> "" + merged.problems());
    }

    @Test
    void aFailureInOnePartIsRedAndInTheOneReport() throws IOException {
        one.results.put(DividedOnDisk.NAME, new Counts(2, 1, 0, 0, 0));
        allLeave();
        assertOnce(7, Verdict.RED, KEY + ": shard 1 of 3: a.LongTest (part 1 of 3): 1 failure of 2 tests");
        assertTrue(Files.readString(joined()).contains(" failures=\"1\""));
        assertEquals(List.of("a.LongTest.test1.1"), ReportCases.read(joined()).failed());
    }

    @Test
    void whatIsFlakyInOnePartIsNamed() throws IOException {
        one.results.put(DividedOnDisk.NAME, new Counts(2, 0, 0, 0, 1));
        allLeave();
        MergedShards merged = assertOnce(7, Verdict.GREEN);
        assertEquals(
                "flaky: " + KEY
                        + ": shard 1 of 3: a.LongTest (part 1 of 3): 1 passed after they had failed, in one run",
                merged.notes().get(0));
        assertEquals(List.of("a.LongTest.test1.1"), ReportCases.read(joined()).flaky());
    }

    /** Only the machine that failed is started again; what it mended is flaky, and what it saw before is history. */
    @Test
    void theHigherAttemptAtAPartCounts() throws IOException {
        one.results.put(DividedOnDisk.NAME, new Counts(2, 1, 0, 0, 0));
        first.own = Set.of("method:a()");
        allLeave();
        assertEquals(Verdict.INCOMPLETE, merged().verdict());
        one.results.clear();
        one.attempt = 2;
        first.own = null;
        one.leaves(shards);
        MergedShards merged = assertOnce(7, Verdict.GREEN);
        assertTrue(
                merged.notes()
                        .contains("flaky: " + KEY
                                + ": shard 1 of 3: a.LongTest.test1.1 failed in attempt 1 and passed in attempt 2"),
                () -> "" + merged.notes());
        assertEquals(new Counts(4, 0, 0, 0, 0), ReportCases.read(joined()).counts());
    }

    @Test
    void reportsThatCannotBeJoinedStayApartAndAreAContradiction() throws IOException {
        allLeave();
        Path report;
        try (Stream<Path> files = Files.walk(shards.resolve("m2-1-machine-2"))) {
            report = files.filter(file -> file.endsWith("TEST-a.LongTest.xml"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(report, "no report");
        assertVerdict(
                Verdict.CONTRADICTORY,
                KEY + ": shard 2 of 3: a.LongTest (part 2 of 3): its report was changed: " + report);
        assertTrue(Files.exists(joined()));
        assertEquals("no report", Files.readString(joined().resolveSibling("TEST-a.LongTest-part-2.xml")));
        Files.delete(report);
        assertVerdict(
                Verdict.INCOMPLETE,
                KEY + ": shard 2 of 3: a.LongTest (part 2 of 3): its report is not there: " + report);
    }

    @Test
    void coverageThatDiedWithAPartIsNamed() throws IOException {
        two.ends = false;
        allLeave();
        Files.writeString(
                Files.createDirectories(shards.resolve("m1-1-machine-1/shard-1-of-3.attempt-1/coverage"))
                        .resolve("jacoco.exec"),
                "data");
        List<String> notes = merged().notes();
        assertTrue(
                notes.contains("coverage is not whole: it died with a worker or a machine that ran a.BTest, a.ETest,"
                        + " a.LongTest (part 2 of 3)"),
                () -> "" + notes);
    }
}
