package io.github.isolation.maven.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a merge leaves: reports, times and coverage of all machines, and what it says of those that are not there. */
class MergedFilesTest extends Merges {
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
        MergedShards merged = MergedShards.of(shards, directory.resolve("merged"), times, Map.of());
        assertEquals(Verdict.GREEN, merged.verdict());
        assertEquals(1, merged.undone().size(), () -> "" + merged.undone());
        assertTrue(
                merged.undone().get(0).contains("is no file of class times: '<<<<<<< HEAD'; remove it"),
                () -> "" + merged.undone());
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

    /** In a container, for example, the file that CI names is not there. */
    @Test
    void aSummaryThatCannotBeWrittenIsALineAndTheVerdictIsToldAllTheSame() throws IOException {
        allLeave();
        MergedShards merged = MergedShards.of(
                shards,
                directory.resolve("merged"),
                null,
                Map.of(
                        "GITHUB_STEP_SUMMARY",
                        directory.resolve("elsewhere/summary").toString()));
        assertEquals(Verdict.GREEN, merged.verdict());
        assertEquals(List.of(), merged.undone());
        String last = merged.notes().get(merged.notes().size() - 1);
        assertTrue(last.contains("; no page, or no summary: ") && last.contains("elsewhere/summary"), last);
        assertTrue(last.contains("; times of 6 classes: "), last);
    }

    /** As where another execution has the same directory for its reports. */
    @Test
    void whatCountsWithoutAReportIsSaid() throws IOException {
        two.withoutReport.add("a.ETest");
        allLeave();
        assertVerdict(Verdict.GREEN);
        assertEquals(5, reports().size());
        assertEquals(
                MachineOnDisk.KEY
                        + ": shard 2 of 3 has no XML report of a.ETest: none was written, or another execution"
                        + " has written over it; what Maven was told of it counts",
                merged().notes().get(0));
    }
}
