package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Began;
import io.github.isolation.protocol.Event.Ended;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.account.Settlement.Blame;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Maven is told when a turn ends: each test that was planned has a result, and each set that was opened is closed. */
class SliceEndTest {
    private static final CrashReport CRASH = new CrashReport("type", "it crashed", null);
    private static final CrashReport ABANDONED = new CrashReport(CrashReport.NOT_RUN, "nobody is left", null);
    private static final DeathReason CRASHED = new DeathReason.Crashed(ExitInfo.of(134), null);

    private final AtomicLong freshRunIds = new AtomicLong(1_000);
    private final ClassAccount account = new ClassAccount("C", 1, freshRunIds::incrementAndGet);
    private final Slice slice = account.whole();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsDoneIsClosedAndNothingElseIsSaid() {
        plan("[e]/a");
        open();
        pass(1, "a");
        report(ReportKind.SET_COMPLETED, 0, null);
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "STARTING a", "SUCCEEDED a", "SET_COMPLETED"), told);
    }

    @Test
    void whatWasPlannedAndNeverHeardOfIsAnErrorInItsSet() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "STARTING a", "SUCCEEDED a", "ERROR b", "SET_COMPLETED"), told);
    }

    @Test
    void whatBeganAndHasNoResultIsOwedAlsoIfItWasNeverPlanned() {
        open();
        slice.on(new Began("[e]/[method:late()]", false), 0);
        slice.on(new Ended("[e]/[method:late()]", false), 0);
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "ERROR late()", "SET_COMPLETED"), told);
    }

    @Test
    void whatIsMissingBehindTheEndOfItsSetFailsTheBuildFromTheConsole() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        report(ReportKind.SET_COMPLETED, 0, null);
        told.clear();
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("console: planned and never reported"), told.get(0));
        assertTrue(told.get(0).endsWith("C.b"), told.get(0));
    }

    /** A class of which Maven has heard nothing: its set is opened for what it owes. */
    @Test
    void whatIsMissingOfAClassThatNeverOpenedItsSetOpensIt() {
        plan("[e]/a");
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "ERROR a", "SET_COMPLETED"), told);
    }

    /** A container failed, which settles what is in it; where Maven has heard of nothing, it has not heard of that either. */
    @Test
    void whatIsInAContainerThatFailedIsMissedOnlyIfNothingWasTold() {
        plan("[e]/c/a");
        slice.on(new Ended("[e]/c", true), 0);
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "ERROR a", "SET_COMPLETED"), told);
    }

    @Test
    void whatIsInAContainerWhoseFailureWasToldIsNotMissed() {
        plan("[e]/c/a");
        open();
        slice.on(new Ended("[e]/c", true), 0);
        keep(SliceEnd.of(slice).complete(true, 5));
        assertEquals(List.of("SET_STARTING", "SET_COMPLETED"), told);
    }

    /** The worker before left it in the middle, and had run some of its tests. */
    @Test
    void whatAnotherWorkerCannotGoOnWithIsMissed() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        keep(SliceEnd.of(slice).leave(CRASH, 4));
        slice.resume();
        slice.handed(5);
        told.clear();
        open();
        report(ReportKind.ERROR, 9, null);
        report(ReportKind.SET_COMPLETED, 0, null);
        assertEquals(List.of("ERROR", "ERROR b", "SET_COMPLETED"), told);
    }

    /** Of what fails after the tests, as in an {@code @AfterAll}, none has suffered. */
    @Test
    void aClassThatFailsAfterItsTestsHasRunThem() {
        plan("[e]/a", "[e]/[n:C$N]/b");
        open();
        pass(1, "a");
        report(ReportKind.ERROR, 9, null);
        report(ReportKind.SET_COMPLETED, 0, null);
        assertEquals(List.of("SET_STARTING", "STARTING a", "SUCCEEDED a", "ERROR", "SET_COMPLETED"), told);
    }

    @Test
    void whatNeedNotHaveRunIsNotMissed() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        told.clear();
        keep(SliceEnd.of(slice).complete(false, 5));
        assertEquals(List.of("SET_COMPLETED"), told);
    }

    @Test
    void whatFailedBeforeAndDidNotComeUpAgainStaysAFailureAndALineSaysSo() {
        plan("[e]/a");
        open();
        start(1, "a");
        report(ReportKind.FAILED, 1, "a");
        report(ReportKind.SET_COMPLETED, 0, null);
        Slice again = account.again().whole();
        told.clear();
        keep(SliceEnd.of(again).complete(true, 5));
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("C.a failed, and was not tried again"), told.get(0));
    }

    @Test
    void aClassOfWhichNothingAtAllWasHeardIsOneErrorOfItsOwn() {
        keep(SliceEnd.of(slice).neverHeardOf(5));
        assertEquals(List.of("SET_STARTING", "ERROR executionError"), told);
        assertTrue(account.failures().any());
    }

    @Test
    void aClassWithoutTestsToBeFoundIsOneErrorThatNoOtherAttemptWouldMend() {
        keep(SliceEnd.of(slice).undiscoverable(CRASH, new CrashReport("type", "no tests", null), 5));
        assertEquals(List.of("SET_STARTING", "ERROR initializationError", "SET_COMPLETED"), told);
        assertFalse(account.deservesAnother());
    }

    @Test
    void ofAClassWhoseEngineFailedBeforeItsFirstTestEachIsAnError() {
        plan("[e]/a", "[e]/b");
        keep(SliceEnd.of(slice).undiscoverable(CRASH, new CrashReport("type", "no tests", null), 5));
        assertEquals(List.of("SET_STARTING", "ERROR a", "ERROR b", "SET_COMPLETED"), told);
        assertTrue(account.deservesAnother());
    }

    /** Its set is over, so there is none to take the blame. */
    @Test
    void aDeathBehindTheEndOfItsSetIsTracedOnTheConsole() {
        plan("[e]/a");
        open();
        pass(1, "a");
        report(ReportKind.SET_COMPLETED, 0, null);
        told.clear();
        keep(SliceEnd.of(slice).interrupt(CRASH, true, false, 5));
        assertEquals(List.of("console: it crashed"), told);
    }

    @Test
    void aDeathWithNothingInHandIsTracedOnTheConsole() {
        Slice none = ClassAccount.ofNoClass(freshRunIds::incrementAndGet).whole();
        keep(SliceEnd.of(none).interrupt(CRASH, true, false, 5));
        keep(SliceEnd.of(none).complete(true, 5));
        assertEquals(List.of("console: it crashed"), told);
    }

    /** JUnit 4, TestNG: nobody knows what was left, so one error stands for it. */
    @Test
    void ofAnEngineWithoutAPlanTheRestIsOneError() {
        open();
        report(ReportKind.STARTING, 1, "a");
        keep(SliceEnd.of(slice).interrupt(CRASH, true, false, 5));
        assertEquals(List.of("SET_STARTING", "STARTING a", "ERROR a", "ERROR executionError", "SET_COMPLETED"), told);
        assertFalse(slice.canResume());
    }

    @Test
    void whoRetiresInsideOfAClassWithoutAPlanLeavesOneErrorForTheRest() {
        open();
        report(ReportKind.STARTING, 1, "a");
        report(ReportKind.SUCCEEDED, 1, "a");
        told.clear();
        keep(SliceEnd.of(slice).leave(CRASH, 5));
        assertEquals(List.of("ERROR executionError", "SET_COMPLETED"), told);
    }

    @Test
    void aTestThatRanWhenItsWorkerRetiredStartsOverOnce() {
        plan("[e]/a");
        open();
        start(1, "a");
        told.clear();
        keep(SliceEnd.of(slice).leave(CRASH, 5));
        assertEquals(List.of(), told);
        assertTrue(slice.canResume());
        slice.resume();
        open();
        start(2, "a");
        told.clear();
        keep(SliceEnd.of(slice).leave(CRASH, 5));
        assertEquals(List.of("ERROR a"), told);
    }

    @Test
    void oneOfSeveralClassesIsPutBackAndWillRunAlone() {
        SliceEnd.Settled settled = settle(new Settlement(Blame.ONE_OF_SEVERAL, true, true));
        assertEquals(new SliceEnd.Settled(List.of(), true), settled);
        assertTrue(slice.selection().alone());
    }

    @Test
    void whatOthersGoOnWithIsNotClosed() {
        plan("[e]/a", "[e]/b");
        open();
        start(1, "a");
        told.clear();
        SliceEnd.Settled settled = settle(new Settlement(Blame.WHAT_WAS_RUNNING, true, true));
        keep(settled.events());
        assertEquals(List.of("ERROR a"), told);
        assertTrue(settled.goesOn());
        assertTrue(slice.selection().finalIds().contains("[e]/a"));
    }

    @Test
    void whatNobodyGoesOnWithIsAnErrorEachUnlessItNeedNotRun() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        told.clear();
        SliceEnd.Settled settled = settle(new Settlement(Blame.NOBODY, false, true));
        keep(settled.events());
        assertEquals(List.of("ERROR b: nobody is left", "SET_COMPLETED"), told);
        assertFalse(settled.goesOn());
    }

    @Test
    void whatNeedNotRunIsClosedAndNoError() {
        plan("[e]/a", "[e]/b");
        open();
        pass(1, "a");
        told.clear();
        SliceEnd.Settled settled = settle(new Settlement(Blame.NOBODY, false, false));
        keep(settled.events());
        assertEquals(List.of("SET_COMPLETED"), told);
        assertFalse(settled.goesOn());
    }

    private SliceEnd.Settled settle(Settlement settlement) {
        return SliceEnd.of(slice).settle(settlement, CRASHED, CRASH, ABANDONED, 5);
    }

    private void plan(String... ids) {
        List<PlannedTest> tests = new ArrayList<>();
        for (String id : ids) {
            tests.add(new PlannedTest(id, "C", id.substring(id.lastIndexOf('/') + 1), false));
        }
        slice.on(new Planned(tests), 0);
    }

    private void open() {
        report(ReportKind.SET_STARTING, 0, null);
    }

    private void start(long runId, String name) {
        slice.on(new Began("[e]/" + name, false), 0);
        report(ReportKind.STARTING, runId, name);
    }

    private void pass(long runId, String name) {
        start(runId, name);
        report(ReportKind.SUCCEEDED, runId, name);
        slice.on(new Ended("[e]/" + name, false), 0);
    }

    private void report(ReportKind kind, long runId, @Nullable String name) {
        String id = name == null ? null : "[e]/" + name;
        keep(slice.on(
                new Reported(
                        kind, new TestReport(false, runId, "C", null, name, null, null, 1, null, Map.of(), null, id)),
                0));
    }

    private void keep(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Logged line) {
                told.add("console: " + line.message());
            } else if (event instanceof Reported reported) {
                TestReport report = reported.report();
                told.add(
                        reported.kind() + (report.name() == null ? "" : " " + report.name()) + because(report.trace()));
            }
        }
    }

    /** Of the errors that this test is about. */
    private static String because(@Nullable Trace trace) {
        return trace != null && String.valueOf(trace.message()).equals("nobody is left") ? ": nobody is left" : "";
    }
}
