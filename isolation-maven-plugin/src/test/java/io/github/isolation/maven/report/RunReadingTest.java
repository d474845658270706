package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.record.MembersFact;
import io.github.isolation.record.RecordReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is made of the lines of a record. */
class RunReadingTest {
    static RunReport real(String name) throws IOException {
        return RunReading.of(RecordReader.read(Path.of("src/test/resources/records", name)));
    }

    @Test
    void aTestThatWasTriedAgainCountsOnceAsWhatItWasInTheEnd() {
        RunReport report = SampleRuns.troubled().report();
        assertEquals(new Totals(9, 4, 1, 2, 2, 1, 10), report.totals());
        TestHistory flaky =
                report.tests().stream().filter(TestHistory::isFlaky).findFirst().orElseThrow();
        assertEquals("sometimes", flaky.last().name());
        assertEquals(
                List.of(2, 4),
                flaky.attempts().stream().map(one -> one.worker()).toList());
    }

    @Test
    void ofTestsWithOneNameTheOneThatFailedIsTheOneThatWasTriedAgain() {
        RunReport report = SampleRuns.begun("r", 1, 1)
                .test("a.ATest", "data", 1, 1, 0, 1, "passed")
                .test("a.ATest", "data", 1, 1, 1, 1, "failed")
                .test("a.ATest", "data", 1, 1, 2, 1, "failed", 2, "")
                .end(9, "failed")
                .report();
        assertEquals(new Totals(2, 1, 1, 0, 0, 0, 3), report.totals());
    }

    @Test
    void aWorkerKnowsItsEndItsClassesAndItsLastWords() {
        RunReport report = SampleRuns.troubled().report();
        WorkerLife crashed = report.workers().get(0);
        assertEquals(List.of(0L, 400L, 1200L), List.of(crashed.started(), crashed.ready(), crashed.ended()));
        assertEquals("crashed", crashed.how());
        assertEquals(134, crashed.exit());
        assertEquals(1, crashed.classes());
        assertTrue(crashed.isDeath());
        assertTrue(crashed.lastWords().startsWith("a line of output\n"), crashed.lastWords());
        WorkerLife retired = report.workers().get(1);
        assertFalse(retired.isDeath());
        assertEquals("after every class", retired.why());
    }

    @Test
    void aGapBeginsSoManyMillisecondsBeforeTheNextTest() {
        RunReport.Gap gap = SampleRuns.troubled().report().gaps().get(0);
        assertEquals(2750 - 650, gap.at());
    }

    @Test
    void aRecordWithoutItsLastLineIsCutAndAsLongAsItGoes() throws IOException {
        RunReport report = real("cut.jsonl");
        assertTrue(report.isCut());
        assertEquals("cut", report.verdict());
        long last = report.workers().stream().mapToLong(WorkerLife::ended).max().orElseThrow();
        assertTrue(report.millis() >= last, report.millis() + " is before " + last);
        assertTrue(report.stints().stream().allMatch(stint -> stint.end() <= report.millis() && stint.millis() >= 0));
        assertEquals(
                "the record was cut: nothing can be said",
                WhatWouldHelp.of(report).advice());
    }

    /** The record says so in its last lines. */
    @Test
    void ofAClassThatSeveralMachinesShareItSaysWhichPartItIs() {
        SortedMap<String, Long> own = new TreeMap<>(Map.of("method:a()", 5L));
        RunReport report = SampleRuns.begun("r", 1, 1)
                .ran("a.LongTest", 1, 1, 0, 5)
                .ran("a.LongTest", 2, 1, 5, 9, "rest", 1)
                .ran("a.WholeTest", 2, 1, 9, 10)
                .ran("a.TogetherTest", 2, 1, 10, 12)
                .and(new MembersFact(12, "a.LongTest", 2, 3, false, List.of("method:a()", "method:b()"), own))
                .and(new MembersFact(12, "a.WholeTest", 0, 0, false, List.of("method:a()", "method:b()"), own))
                .and(new MembersFact(12, "a.TogetherTest", 1, 3, true, List.of(), new TreeMap<>()))
                .end(12, "passed")
                .report();
        assertEquals(
                List.of("part 2 of 3", "part 2 of 3, rest", "whole", "whole"),
                report.stints().stream().map(Stint::part).toList());
    }

    @Test
    void aClassThatWasInHandWhenTheRecordWasCutEndsWithIt() {
        SampleRuns run = SampleRuns.begun("r", 1, 1).worker(1, 1, 0, 100);
        run.and(new io.github.isolation.record.ClassFact(100, "a.ATest", 1, 1, 1, 1, "whole", 1));
        run.test("a.ATest", "one", 1, 1, 150, 350, "passed");
        Stint stint = run.report().stints().get(0);
        assertEquals(500, stint.end());
        assertFalse(stint.isOver());
    }

    @Test
    void aRealRunOfOneForkInWhichEachWorkerRetires() throws IOException {
        RunReport report = real("retired.jsonl");
        assertEquals(new Totals(4, 4, 0, 0, 0, 0, 4), report.totals());
        assertEquals(4, report.workers().size());
        assertEquals(3, report.gaps().size());
        assertEquals(3332, report.millis());
        assertEquals("finished", report.workers().get(3).how());
    }
}
