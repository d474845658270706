package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedReport;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.FixturesFact;
import io.github.isolation.record.GapFact;
import io.github.isolation.record.LeakFact;
import io.github.isolation.record.NoticeFact;
import io.github.isolation.record.Progress;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.RecordWriter;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import io.github.isolation.record.UndiscoverableFact;
import io.github.isolation.record.WaitFact;
import io.github.isolation.record.WorkerFact;
import io.github.isolation.supervisor.core.Effect;
import io.github.isolation.supervisor.core.Input;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened is what is written down, with the times at which it happened. */
class RunRecorderTest {
    private static final RunFact RUN = new RunFact("r", 0, "", "", "", "", 1, 2, "", "", "", "", List.of(), List.of());

    @TempDir
    private Path directory;

    private final List<Fact> kept = new ArrayList<>();
    private long nanos = 1_000_000_000;
    private RunRecorder recorder;

    @BeforeEach
    void begin() {
        recorder = new RunRecorder(
                new RecordWriter(file(), Assertions::fail),
                ClassTimes.read(times()),
                () -> kept.addAll(RecordReader.read(file())),
                new ProgressLines(new Progress(Map.of()), Duration.ofSeconds(2)),
                () -> nanos);
        recorder.begin(RUN);
    }

    private Path file() {
        return directory.resolve("record.jsonl");
    }

    private Path times() {
        return directory.resolve("class-times");
    }

    private void launch(int serial, int fork) {
        recorder.launched(new Effect.Launch(serial, fork, false));
    }

    private void hand(int serial, String className, Slice.Part part, int attempt) {
        recorder.handed(new Effect.Handed(serial, 1, className, part, attempt));
    }

    /** So many milliseconds after the beginning. */
    private void hear(long millis, int serial, Event event) {
        recorder.took(new Input.FromWorker(serial, 1, event), 1_000_000_000 + millis * 1_000_000);
    }

    private void hearAndTell(long millis, int serial, Event event) {
        hear(millis, serial, event);
        recorder.held(List.of(event));
    }

    private static Reported report(ReportKind kind, String name, Integer elapsed, Trace trace) {
        return new Reported(
                kind,
                new TestReport(
                        false,
                        name.hashCode(),
                        "a.ATest",
                        null,
                        name,
                        null,
                        null,
                        elapsed,
                        trace,
                        Map.of(),
                        null,
                        "[" + name + "]"));
    }

    private List<Fact> close() throws IOException, InterruptedException {
        recorder.close("isolation: summary");
        return RecordReader.read(file());
    }

    private <T extends Fact> List<T> all(Class<T> kind) throws IOException, InterruptedException {
        return close().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void aTestHasTheTimeWhenItBeganAndTheWorkerThatRanIt() throws Exception {
        launch(3, 2);
        hand(3, "a.ATest", Slice.Part.WHOLE, 1);
        hearAndTell(100, 3, report(ReportKind.STARTING, "t", null, null));
        hearAndTell(150, 3, report(ReportKind.SUCCEEDED, "t", 49, null));
        assertEquals(
                List.of(new TestFact(100, 49, 3, 2, "[t]", "a.ATest", "t", "", "passed", 1, false, "", "", "")),
                all(TestFact.class));
    }

    @Test
    void aFailureHasItsMessageItsStackAndItsLastLines() throws Exception {
        launch(1, 1);
        hand(1, "a.ATest", Slice.Part.RERUN, 2);
        Reported starts = report(ReportKind.STARTING, "t", null, null);
        hearAndTell(1, 1, starts);
        for (int line = 1; line <= 30; line++) {
            hearAndTell(
                    1,
                    1,
                    new Printed(
                            "line " + line, true, true, false, starts.report().runId(), null));
        }
        hearAndTell(2, 1, report(ReportKind.FAILED, "t", 1, new Trace("why", "w", "the stack")));
        TestFact failed = all(TestFact.class).get(0);
        assertEquals(
                List.of("failed", 2, "why", "the stack", false),
                List.of(failed.outcome(), failed.attempt(), failed.message(), failed.stack(), failed.ours()));
        assertTrue(failed.output().startsWith("line 11\n"), failed.output());
        assertTrue(failed.output().endsWith("line 30\n"), failed.output());
    }

    @Test
    void whatIsLongIsCut() throws Exception {
        launch(1, 1);
        hearAndTell(1, 1, report(ReportKind.ERROR, "t", 1, new Trace("m".repeat(5_000), "", "s".repeat(50_000))));
        TestFact failed = all(TestFact.class).get(0);
        assertEquals("m".repeat(1_000) + "…", failed.message());
        assertEquals("s".repeat(8_000) + "…", failed.stack());
    }

    /** It dies in the middle of a test, and the supervisor says what became of it. */
    @Test
    void whatTheSupervisorSaysOfADeadWorkersTestIsItsOwn() throws Exception {
        launch(1, 1);
        hand(1, "a.ATest", Slice.Part.WHOLE, 1);
        hearAndTell(10, 1, report(ReportKind.STARTING, "t", null, null));
        recorder.took(new Input.Exited(1, ExitInfo.of(134)), 1_030_000_000);
        recorder.ended(new Effect.Ended(1, new DeathReason.Crashed(ExitInfo.of(134), null)));
        recorder.held(List.of(report(ReportKind.ERROR, "t", null, new Trace("crashed", "", "stack"))));
        List<Fact> facts = close();
        assertTrue(
                facts.contains(new TestFact(
                        10, 20, 1, 1, "[t]", "a.ATest", "t", "", "error", 1, true, "crashed", "stack", "")),
                facts::toString);
        assertTrue(facts.contains(new ClassEndFact(30, "a.ATest", 1, 1, 30, null, 0)), facts::toString);
        assertTrue(
                facts.contains(
                        new WorkerFact(30, 1, 1, "ended", false, "crashed", "exit status 134 (SIGABRT)", 134, 0, 0)),
                facts::toString);
        assertFalse(Files.exists(times()), "how long a class took that was not run to its end");
    }

    @Test
    void whichArchiveAWorkerStartedFromIsSaidOfThoseThatDid() throws Exception {
        recorder.startsFrom("suite");
        launch(1, 1);
        launch(2, 2);
        recorder.ended(new Effect.Ended(1, new DeathReason.Finished(new ExitInfo(0, false, null, false, true))));
        recorder.ended(new Effect.Ended(2, new DeathReason.Finished(ExitInfo.of(0))));
        assertEquals(
                List.of("", "", "suite", ""),
                all(WorkerFact.class).stream().map(WorkerFact::archive).toList());
    }

    @Test
    void classesHaveTheirPlaceTheirTimeAndWhatTheyPrinted() throws Exception {
        launch(1, 1);
        hear(5, 1, new Event.NextTest(-1));
        hand(1, "a.ATest", Slice.Part.WHOLE, 1);
        hearAndTell(6, 1, new Printed("12345", true, true, false, null, null));
        hear(45, 1, new Event.NextTest(-1));
        hand(1, "a.BTest", Slice.Part.REST, 1);
        hear(50, 1, new Event.NextTest(-1));
        List<Fact> facts = close();
        assertEquals(
                List.of(
                        RUN,
                        WorkerFact.started(0, 1, 1, false),
                        WorkerFact.ready(5, 1, 1, false, 0),
                        new ClassFact(5, "a.ATest", 1, 1, 1, 1, "whole", 1),
                        new ClassEndFact(45, "a.ATest", 1, 1, 40, null, 5),
                        new ClassFact(45, "a.BTest", 1, 1, 2, 1, "rest", 1),
                        new ClassEndFact(50, "a.BTest", 1, 1, 5, null, 0)),
                facts.subList(0, 7));
        assertEquals(List.of("40 a.ATest", "5 a.BTest"), Files.readAllLines(times()));
    }

    /** This JVM is the worker here: what it has taken by now is not nothing. */
    @Test
    void whatAClassTookOfTheProcessorIsLookedUpWhereItTookLongEnoughToBeSeen() throws Exception {
        launch(1, 1);
        hear(1, 1, new Event.Hello(1, "secret", ProcessHandle.current().pid()));
        hear(5, 1, new Event.NextTest(-1));
        for (int end : new int[] {205, 210, 450}) {
            hand(1, "a.Until" + end, Slice.Part.WHOLE, 1);
            hear(end, 1, new Event.NextTest(-1));
        }
        List<Fact> facts = close();
        assertEquals(
                List.of(true, false, true),
                facts.stream()
                        .filter(ClassEndFact.class::isInstance)
                        .map(end -> ((ClassEndFact) end).cpuMillis() != null)
                        .toList());
        WorkerFact ready = (WorkerFact) facts.get(2);
        assertEquals("ready", ready.state());
        assertTrue(ready.cpuMillis() > 0, ready::toString);
    }

    @Test
    void aWorkerThatFollowsOneThatRetiredHasAGap() throws Exception {
        launch(1, 1);
        hand(1, "a.ATest", Slice.Part.WHOLE, 1);
        hearAndTell(10, 1, report(ReportKind.STARTING, "t", null, null));
        hearAndTell(20, 1, report(ReportKind.SUCCEEDED, "t", 1, null));
        hear(22, 1, new Event.NextTest(-1));
        recorder.mayRetire(1);
        hear(25, 1, new Event.Bye());
        recorder.took(new Input.Exited(1, ExitInfo.of(0)), 1_030_000_000);
        recorder.ended(new Effect.Ended(1, new DeathReason.Retired("after every class", ExitInfo.of(0))));
        recorder.launched(new Effect.Launch(2, 1, true));
        hear(40, 2, new Event.NextTest(-1));
        hand(2, "a.BTest", Slice.Part.WHOLE, 1);
        hearAndTell(50, 2, report(ReportKind.STARTING, "u", null, null));
        assertEquals(List.of(new GapFact(1, 1, 2, true, 2, 5, 10, 20, 30)), all(GapFact.class));
    }

    @Test
    void leaksWaitsErrorsAndOurOwnLinesAreThere() throws Exception {
        launch(1, 1);
        hand(1, "a.ATest", Slice.Part.WHOLE, 1);
        hear(1, 1, new Event.LeftBehind("a.ATest", 500, List.of(new Leftover("thread 'x'", "x")), false));
        hear(2, 1, new Event.Waited("the lock 'db' to write", 30));
        hear(3, 1, new Event.Undiscoverable(new Trace("no class", "", ""), false));
        recorder.relayed(new Logged(LogLevel.WARNING, "isolation: careful", null));
        recorder.relayed(new Logged(LogLevel.DEBUG, "isolation: not for people", null));
        recorder.relayed(new Logged(LogLevel.INFO, "what a test logs", null));
        nanos += 4_000_000;
        recorder.seeded(new SeedReport(1, 2, 3, Duration.ofMillis(4)), 1);
        List<Fact> facts = close();
        assertEquals(
                List.of(
                        new LeakFact(1, 1, 1, "a.ATest", 500, List.of("thread 'x'")),
                        new WaitFact(2, 1, 1, "a.ATest", "the lock 'db' to write", 30),
                        new UndiscoverableFact(3, 1, 1, "a.ATest", "no class"),
                        new NoticeFact(3, "warning", "isolation: careful"),
                        new FixturesFact(4, 1, 4, 1, 2, 3)),
                facts.subList(3, 8));
    }

    @Test
    void theEndCountsWhatWasTold() throws Exception {
        launch(1, 1);
        hearAndTell(1, 1, report(ReportKind.SUCCEEDED, "a", 1, null));
        hearAndTell(1, 1, report(ReportKind.FAILED, "b", 1, null));
        hearAndTell(1, 1, report(ReportKind.ERROR, "c", 1, null));
        hearAndTell(1, 1, report(ReportKind.SKIPPED, "d", 1, null));
        hearAndTell(1, 1, report(ReportKind.ABORTED, "e", 1, null));
        hearAndTell(1, 1, report(ReportKind.SET_COMPLETED, "set", 1, null));
        nanos += 9_000_000;
        EndFact end = new EndFact(9, 5, 1, 1, 2, "failed", "isolation: summary");
        assertEquals(List.of(end), all(EndFact.class));
        assertEquals(end, kept.get(kept.size() - 1), "it is kept when it is whole");
    }

    @Test
    void aRunThatMavenEndedIsCancelled() throws Exception {
        recorder.took(new Input.Shutdown("KILL"), 0);
        assertEquals("cancelled", all(EndFact.class).get(0).verdict());
    }

    @Test
    void aSupervisorThatFailsWritesWhyAndNoEnd() throws Exception {
        recorder.fail("out of memory");
        List<Fact> facts = RecordReader.read(file());
        assertEquals(
                List.of(RUN, new NoticeFact(0, "error", "isolation: the supervisor failed: out of memory")), facts);
    }

    @Test
    void howFarItIsIsSaidEverySoOften() {
        launch(1, 1);
        hand(1, "a.ATest", Slice.Part.WHOLE, 1);
        recorder.took(new Input.Tick(), 2_999_999_999L);
        assertEquals(Optional.empty(), recorder.progress());
        recorder.took(new Input.Tick(), 3_400_000_000L);
        assertEquals(Optional.of("isolation: 0 classes done after 2 s; running: a.ATest for 2 s"), recorder.progress());
        recorder.took(new Input.Tick(), 5_300_000_000L);
        assertEquals(Optional.empty(), recorder.progress());
        recorder.took(new Input.Tick(), 5_400_000_000L);
        assertTrue(recorder.progress().isPresent());
    }
}
