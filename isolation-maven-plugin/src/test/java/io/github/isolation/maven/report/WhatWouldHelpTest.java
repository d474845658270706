package io.github.isolation.maven.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Advice on runs that are small enough to be played by hand. */
class WhatWouldHelpTest {
    private static long of(WhatWouldHelp help, String name) {
        return help.others().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .millis();
    }

    /** One fork, four classes of a second: it starts in 400 ms, and takes 100 ms to end. */
    private static SampleRuns four(int cores) {
        return four(cores, 800);
    }

    private static SampleRuns four(int cores, long cpuMillis) {
        SampleRuns run = SampleRuns.begun("r", 1, cores).worker(1, 1, 0, 400);
        for (int i = 0; i < 4; i++) {
            long at = 400 + i * 1000L;
            run.ran("a.C" + i + "Test", 1, 1, at, at + 1000).test("a.C" + i + "Test", "t", 1, 1, at, 1000, "passed");
        }
        return run.ended(1, 1, 4450, cpuMillis).end(4500, "passed");
    }

    @Test
    void moreForksShareTheClasses() {
        WhatWouldHelp help = WhatWouldHelp.of(four(4).report());
        assertEquals(4500, help.measured());
        assertEquals(4500, help.asItWas().millis());
        assertEquals(2500, of(help, "forkCount 2"));
        assertEquals(1500, of(help, "forkCount 4"));
        assertEquals(1500, of(help, "forkCount 8"));
        assertEquals(1500, help.floor());
        assertEquals("-DforkCount=4: 1.5 s, not 4.5 s (-67 %)", help.advice());
    }

    @Test
    void whatWaitsIsAdvisedMoreForksThanThereAreCores() {
        assertEquals(
                "-DforkCount=4: 1.9 s, not 4.5 s (-58 %)",
                WhatWouldHelp.of(four(2).report()).advice());
    }

    @Test
    void whatComputesIsAdvisedNoMoreForksThanThereAreCores() {
        assertEquals(
                "-DforkCount=2: 2.5 s, not 4.5 s (-44 %)",
                WhatWouldHelp.of(four(2, 4450).report()).advice());
        assertEquals(
                "nothing would help by more than 10 %",
                WhatWouldHelp.of(four(1, 4450).report()).advice());
    }

    /** As of one whose figures nobody could read. */
    @Test
    void whatIsNotKnownToWaitIsTakenToCompute() {
        assertEquals(
                "nothing would help by more than 10 %",
                WhatWouldHelp.of(four(1, 0).report()).advice());
    }

    /** Two forks; the longest class comes last, and runs alone: 1 1 1 1 | 3. */
    @Test
    void theLongestFirst() {
        SampleRuns run = SampleRuns.begun("r", 2, 2).worker(1, 1, 0, 0).worker(2, 2, 0, 0);
        run.ran("a.ATest", 1, 1, 0, 1000).ran("a.BTest", 2, 2, 0, 1000);
        run.ran("a.CTest", 1, 1, 1000, 2000).ran("a.DTest", 2, 2, 1000, 2000);
        run.ran("a.LastTest", 1, 1, 2000, 5000).end(5000, "passed");
        WhatWouldHelp help = WhatWouldHelp.of(run.report());
        assertEquals(5000, help.asItWas().millis());
        assertEquals(4000, of(help, "longest classes first"));
        assertEquals("a.LastTest", help.longest());
        assertEquals(3000, help.floor());
        assertEquals(
                "leave <runOrder> out: from the second run on, the longest classes then start first: 4.0 s, not 5.0 s (-20 %)",
                help.advice());
    }

    /** One class of two tests that is half of all there is: only in pieces does it run beside itself. */
    @Test
    void aLongClassInPiecesIsALowerBound() {
        SampleRuns run = SampleRuns.begun("r", 2, 2).worker(1, 1, 0, 0).worker(2, 2, 0, 0);
        run.ran("a.LongTest", 1, 1, 0, 4000).ran("a.ShortTest", 2, 2, 0, 1000);
        run.test("a.LongTest", "one", 1, 1, 0, 2000, "passed")
                .test("a.LongTest$Inner", "two", 1, 1, 2000, 2000, "passed");
        WhatWouldHelp help = WhatWouldHelp.of(run.end(4000, "passed").report());
        assertEquals(2500, of(help, "splitClasses"));
        assertTrue(help.others().stream()
                .filter(Prediction::isLowerBound)
                .map(Prediction::name)
                .toList()
                .equals(List.of("splitClasses")));
        assertTrue(help.advice().endsWith(": 2.5 s at best, not 4.0 s (-38 %)"), help.advice());
    }

    /** Each class has a worker of its own, and half of the time goes there. */
    @Test
    void workersThatStay() {
        SampleRuns run = SampleRuns.begun("r", 1, 1);
        for (int i = 0; i < 3; i++) {
            long at = 500 + i * 1000L;
            run.worker(i + 1, 1, at - 500, at).ran("a.C" + i + "Test", i + 1, 1, at, at + 500);
            run.ended(i + 1, 1, at + 600, i < 2 ? "retired" : "finished", i < 2 ? "after every class" : "");
        }
        WhatWouldHelp help = WhatWouldHelp.of(run.end(3100, "passed").report());
        assertEquals(3100, help.asItWas().millis());
        assertEquals(2100, of(help, "no workers that retire"));
        assertEquals("-Disolation.retireEveryClasses=0: 2.1 s, not 3.1 s (-32 %)", help.advice());
    }

    @Test
    void aClassThatAnotherWorkerContinuedIsOnePiece() {
        Costs costs = Costs.of(SampleRuns.troubled().report());
        assertEquals(
                List.of("shop.LabelsTest", "shop.OrdersTest", "shop.SlowTest", "shop.OrdersTest"),
                costs.order().stream().map(Work::name).toList());
        // Each fork is at its first test after 20 ms of its first class at the latest: that is a part of how it starts.
        assertEquals(800 - 20 + 400, costs.order().get(0).millis());
        assertEquals(400, costs.order().get(0).after());
        Work orders = costs.order().get(1);
        assertEquals(new Work("shop.OrdersTest", 1600 - 20, 600, 600, 5, 900, orders.load()), orders);
        assertEquals(List.of(420.0, 520.0), costs.starts());
        assertEquals(100, costs.rest());
    }

    @Test
    void whatBecameOfEachForksTime() {
        List<ForkShare> forks = WhatWouldHelp.of(SampleRuns.troubled().report()).forks();
        assertEquals(new ForkShare(1, 400, 4200, 0, 400, 100), forks.get(0));
        assertEquals(new ForkShare(2, 500, 2000, 600, 600, 2000), forks.get(1));
        for (ForkShare fork : forks) {
            assertEquals(5100, fork.starting() + fork.testing() + fork.between() + fork.idle());
        }
    }

    @Test
    void aForkThatGotNothingWasIdle() {
        List<ForkShare> forks = WhatWouldHelp.of(SampleRuns.begun("r", 2, 2)
                        .worker(1, 1, 0, 100)
                        .ran("a.ATest", 1, 1, 100, 300)
                        .end(400, "passed")
                        .report())
                .forks();
        assertEquals(new ForkShare(2, 0, 0, 0, 0, 400), forks.get(1));
    }

    @Test
    void classesThatKeptTheirWorkerWaiting() {
        List<KeptWaiting> kept =
                WhatWouldHelp.of(SampleRuns.troubled().report()).keptWaiting();
        // 495 ms after its last test it was over; another 200 its worker took to go
        assertEquals(new KeptWaiting("shop.OrdersTest", 2, 2, 495, 200, List.of("thread \"poller\"")), kept.get(0));
        assertTrue(kept.stream().noneMatch(one -> one.className().equals("shop.SlowTest")), "its worker died: " + kept);
    }

    @Test
    void playingARealRunComesToWhatItTook() throws IOException {
        WhatWouldHelp help = WhatWouldHelp.of(RunReadingTest.real("retired.jsonl"));
        assertEquals(help.measured(), help.asItWas().millis());
        assertEquals("-Disolation.retireEveryClasses=0: 1.4 s, not 3.3 s (-58 %)", help.advice());
    }

    @Test
    void aRecordThatDoesNotSayHowManyCoresThereWereIsOfOne() {
        WhatWouldHelp help = WhatWouldHelp.of(four(0, 4450).report());
        assertEquals(4500, help.asItWas().millis());
        assertEquals("nothing would help by more than 10 %", help.advice());
    }

    @Test
    void aRunWithoutClassesIsNoRiddle() {
        WhatWouldHelp help =
                WhatWouldHelp.of(SampleRuns.begun("r", 2, 2).end(50, "passed").report());
        assertEquals("nothing would help by more than 10 %", help.advice());
        assertEquals(0, help.floor());
    }

    /** As a slip of the keyboard has it. */
    @Test
    void forksThatHadNothingToDoTakeNoMemory() throws Exception {
        RunReport report = SampleRuns.begun("r", Integer.MAX_VALUE, 2)
                .worker(1, 1, 0, 10)
                .ran("a.ATest", 1, 1, 10, 500)
                .test("a.ATest", "t", 1, 1, 10, 400, "passed")
                .end(510, "passed")
                .report();
        assertEquals(64, report.lanes());
        assertEquals(64, WhatWouldHelp.of(report).forks().size());
        assertTrue(ReportPageTest.html("r", report).contains("\"lanes\":64"));
    }
}
