package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ReportedClass.Counts;
import io.github.isolation.shard.ReportedClass.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is thought of a class in parts, in whatever state they arrive: never green unless each of its members was run once. */
class MergeOfPartsTest {
    private static final String KEY = MachineOnDisk.KEY;
    private static final String REPORT = "g/a/maven-surefire-plugin/default-test/TEST-a.LongTest.xml";

    @TempDir
    Path directory;

    private final MachineOnDisk one = new MachineOnDisk(1);
    private final MachineOnDisk two = new MachineOnDisk(2);
    private final MachineOnDisk three = new MachineOnDisk(3);
    private final DividedOnDisk first = new DividedOnDisk();
    private final DividedOnDisk second = new DividedOnDisk();
    private final DividedOnDisk third = new DividedOnDisk();
    private final List<DividedOnDisk> all = List.of(first, second, third);
    private Path shards = Path.of("");

    @BeforeEach
    void eachHasAPart() throws IOException {
        shards = Files.createDirectories(directory.resolve("shards"));
        one.divided = first;
        two.divided = second;
        three.divided = third;
    }

    private void allLeave() throws IOException {
        one.leaves(shards);
        two.leaves(shards);
        three.leaves(shards);
    }

    private MergedShards merged() throws IOException {
        return MergedShards.of(shards, directory.resolve("merged"), null, Map.of());
    }

    /** These problems, in this order, and no others. */
    private MergedShards assertVerdict(Verdict verdict, String... problems) throws IOException {
        MergedShards merged = merged();
        assertEquals(verdict, merged.verdict(), () -> "" + merged);
        assertEquals(problems.length, merged.problems().size(), () -> "" + merged.problems());
        for (int i = 0; i < problems.length; i++) {
            String expected = problems[i];
            assertTrue(merged.problems().get(i).contains(expected), () -> expected + " in " + merged.problems());
        }
        return merged;
    }

    private MergedShards assertOnce(int classes, Verdict verdict, String... problems) throws IOException {
        MergedShards merged = assertVerdict(verdict, problems);
        String line = "7 classes planned, " + classes + " reported once (1 in 3 parts), ";
        assertTrue(merged.summary().startsWith(line), merged::summary);
        return merged;
    }

    private List<String> lines(String file) throws IOException {
        Path path = directory.resolve("merged").resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    private List<String> ofLongTest(String file) throws IOException {
        return lines(file).stream()
                .filter(line -> line.contains(DividedOnDisk.NAME))
                .toList();
    }

    private Path joined() {
        return directory.resolve("merged/reports").resolve(REPORT);
    }

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
        String message = assertThrows(
                        IOException.class, () -> MergedShards.of(shards, directory.resolve("merged"), times, Map.of()))
                .getMessage();
        assertTrue(message.contains("is no file of member times: '<<<<<<< HEAD'; remove it"), message);
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

    private void clear() throws IOException {
        try (Stream<Path> files = Files.walk(shards)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
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
    void machinesThatFoundOtherMembersAreAContradiction() throws IOException {
        third.found.add("method:new()");
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: shard 1 of 3 and shard 3 of 3 have found other tests in it: only the first none;"
                        + " only the second new()");
    }

    @Test
    void whatIsNewIsInTheLastPart() throws IOException {
        all.forEach(part -> part.found.add("method:new()"));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        assertTrue(lines("member-times").contains("1000 " + KEY + " a.LongTest method:new()"));
    }

    @Test
    void aMemberThatTwoRanIsAContradiction() throws IOException {
        second.own = Set.of("nested-class:C", "method:a()");
        allLeave();
        assertOnce(6, Verdict.CONTRADICTORY, KEY + ": a.LongTest: a() was run by shard 1 of 3 and shard 2 of 3");
    }

    @Test
    void aMemberThatNobodyRanIsMissing() throws IOException {
        first.own = Set.of("method:a()");
        allLeave();
        assertOnce(6, Verdict.INCOMPLETE, KEY + ": a.LongTest: no machine has run b()");
    }

    @Test
    void aPartWhoseMembersAreGoneIsEmptyAndGreen() throws IOException {
        all.forEach(part -> part.found.remove("nested-class:C"));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        assertEquals(List.of("3600 " + KEY + " a.LongTest"), ofLongTest("class-times"));
    }

    @Test
    void aClassWithoutTestsIsOneAndGreen() throws IOException {
        for (DividedOnDisk part : all) {
            part.found.clear();
            part.silent = true;
        }
        allLeave();
        assertTrue(assertVerdict(Verdict.GREEN).summary().contains("7 reported once (1 without tests; 1 in 3 parts)"));
    }

    /** An annotation was added: its tests belong together now. */
    @Test
    void aClassThatCannotBeDividedIsRunByTheFirst() throws IOException {
        all.forEach(part -> part.whole = true);
        allLeave();
        MergedShards merged = assertOnce(7, Verdict.GREEN);
        assertTrue(
                merged.notes()
                        .contains(KEY
                                + ": a.LongTest was planned in 3 parts, and its tests belong together: the machine with"
                                + " the first part has run all of them"),
                () -> "" + merged.notes());
        assertEquals(List.of("4300 " + KEY + " a.LongTest"), ofLongTest("class-times"));
        assertEquals(List.of(), lines("member-times"));
    }

    /** As with JUnit 4, of whose tests nothing is known before they run. */
    @Test
    void aClassOfAnotherEngineIsRunByTheFirst() throws IOException {
        for (DividedOnDisk part : all) {
            part.whole = true;
            part.found.clear();
        }
        first.state = State.REPORTED;
        one.results.put(DividedOnDisk.NAME, new Counts(9, 0, 0, 0, 0));
        allLeave();
        assertOnce(7, Verdict.GREEN);
        clear();
        second.state = State.REPORTED;
        two.results.put(DividedOnDisk.NAME, new Counts(9, 0, 0, 0, 0));
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY
                        + ": a.LongTest: its tests belong together, and not the machine with the first part alone has run it,"
                        + " but also shard 2 of 3");
    }

    @Test
    void machinesThatJudgeTheClassDifferentlyAreAContradiction() throws IOException {
        second.whole = true;
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: by shard 2 of 3 its tests belong together, and by shard 1 of 3 they do not",
                KEY + ": a.LongTest: no machine has run C");
        clear();
        second.whole = false;
        first.whole = true;
        allLeave();
        assertEquals(Verdict.CONTRADICTORY, merged().verdict());
    }

    @Test
    void aPartOfWhichNobodyKnowsWhatItRanIsMissing() throws IOException {
        second.silent = true;
        allLeave();
        assertOnce(
                6, Verdict.INCOMPLETE, KEY + ": a.LongTest: which of its tests were run by shard 2 of 3 is not known");
        clear();
        second.state = State.EMPTY;
        allLeave();
        assertOnce(
                6,
                Verdict.CONTRADICTORY,
                KEY + ": a.LongTest: shard 2 of 3 found no tests in it, and other machines did");
    }

    /** As where the class cannot be loaded: there is an error, and nobody knows its members. */
    @Test
    void aPartThatFailedBeforeItsTestsWereKnownIsRed() throws IOException {
        second.silent = true;
        two.results.put(DividedOnDisk.NAME, new Counts(1, 0, 1, 0, 0));
        allLeave();
        assertVerdict(Verdict.RED, KEY + ": shard 2 of 3: a.LongTest (part 2 of 3): 1 error of 1 tests");
    }

    @Test
    void aPartThatOneMachineLeftOutIsMissing() throws IOException {
        second.state = State.LEFT_OUT;
        second.silent = true;
        allLeave();
        assertOnce(6, Verdict.INCOMPLETE, KEY + ": a.LongTest was left out by shard 2 of 3, and not by the others");
        clear();
        for (DividedOnDisk part : all) {
            part.state = State.LEFT_OUT;
            part.silent = true;
        }
        allLeave();
        assertOnce(7, Verdict.GREEN);
        clear();
        first.state = null;
        third.state = null;
        first.silent = false;
        third.silent = false;
        two.results.put("a.BTest", new Counts(2, 1, 0, 0, 0));
        allLeave();
        assertOnce(7, Verdict.RED, "a.BTest: 1 failure of 2 tests");
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
