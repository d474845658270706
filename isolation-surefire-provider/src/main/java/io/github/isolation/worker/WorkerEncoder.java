package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.worker.SharedPlan.Failure;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/** What Surefire's booter and provider say in a worker, as our events. Thread-safe. */
final class WorkerEncoder implements MasterProcessChannelEncoder {
    private final ToSupervisor supervisor;
    private final SharedPlan plan;
    private final CurrentTest tests;
    private final Retirement retirement;
    private final AfterClass afterClass;
    private final Heap heap;
    private final DiscoveryErrors discoveryErrors;
    private final Stopwatch watch = new Stopwatch();
    /** The unique ids of tests that have started, by run id: an engine may end one in another thread than it began in. */
    private final Map<Long, String> running = new ConcurrentHashMap<>();

    private volatile boolean trouble;

    WorkerEncoder(WorkerSession session) {
        this.supervisor = session.supervisor();
        this.plan = session.sharedPlan();
        this.tests = session.tests();
        this.retirement = session.retirement();
        this.afterClass = session.afterClass();
        this.heap = session.heap();
        this.discoveryErrors = session.discoveryErrors();
    }

    private void send(Event event) {
        try {
            supervisor.send(event);
        } catch (IOException e) {
            trouble = true;
        }
    }

    /** What Surefire reports, JUnit does not repeat; and what is thrown into either of them is a line in a log. */
    private void report(ReportKind kind, ReportEntry entry, boolean trim) {
        try {
            pass(kind, entry, trim);
        } catch (RuntimeException | Error e) {
            supervisor.giveUp("send a result", e);
        }
    }

    private TestReport shown(ReportKind kind, ReportEntry entry, boolean trim) {
        try {
            return timed(kind, Reports.of(entry, trim, tests.id()));
        } catch (RuntimeException | Error e) {
            return Reports.bare(entry, e, tests.id());
        }
    }

    private void pass(ReportKind kind, ReportEntry entry, boolean trim) {
        if (kind == ReportKind.SET_STARTING) {
            plan.begun();
        } else if (kind.isFailure()) {
            Failure failure = plan.failure();
            if (failure == Failure.OF_THE_SEARCH) {
                // From JUnit 6 on, an engine that cannot discover a class fails as if it were a test, outside of all
                // sets.
                send(discoveryErrors.reported(entry));
            }
            if (failure != Failure.OF_A_TEST) {
                return;
            }
        }
        TestReport report = shown(kind, entry, trim);
        send(new Reported(kind, report));
        if (kind == ReportKind.STARTING && report.id() != null) {
            running.put(report.runId(), report.id());
        } else if (kind.isResult()) {
            retirement.afterResult(kind.isFailure(), running.remove(report.runId()));
        }
    }

    private TestReport timed(ReportKind kind, TestReport report) {
        boolean ofSet = kind == ReportKind.SET_STARTING || kind == ReportKind.SET_COMPLETED;
        String name = ofSet ? "set " + report.source() : "test " + report.runId();
        if (kind == ReportKind.SET_STARTING || kind == ReportKind.STARTING) {
            watch.begins(name);
            return report;
        }
        return report.withElapsedMillis(watch.ends(name, report.elapsedMillis()));
    }

    private void log(LogLevel level, @Nullable String message) {
        send(new Logged(level, message, null));
    }

    @Override
    public boolean checkError() {
        return trouble;
    }

    @Override
    public void onJvmExit() {
        // Nothing is buffered on this side.
    }

    @Override
    public void testSetStarting(TestSetReportEntry entry, boolean trim) {
        report(ReportKind.SET_STARTING, entry, trim);
    }

    @Override
    public void testSetCompleted(TestSetReportEntry entry, boolean trim) {
        if (plan.cameToNothing()) {
            return; // the end of a set that had no beginning
        }
        TestReport end;
        try {
            end = timed(ReportKind.SET_COMPLETED, Reports.withSystemProperties(entry, trim, tests.id()));
        } catch (RuntimeException | Error e) {
            end = Reports.bare(entry, e, tests.id());
        }
        send(new Reported(ReportKind.SET_COMPLETED, end));
    }

    @Override
    public void testStarting(ReportEntry entry, boolean trim) {
        report(ReportKind.STARTING, entry, trim);
    }

    @Override
    public void testSucceeded(ReportEntry entry, boolean trim) {
        report(ReportKind.SUCCEEDED, entry, trim);
    }

    @Override
    public void testFailed(ReportEntry entry, boolean trim) {
        report(ReportKind.FAILED, entry, trim);
    }

    @Override
    public void testSkipped(ReportEntry entry, boolean trim) {
        report(ReportKind.SKIPPED, entry, trim);
    }

    @Override
    public void testError(ReportEntry entry, boolean trim) {
        report(ReportKind.ERROR, entry, trim);
    }

    @Override
    public void testAssumptionFailure(ReportEntry entry, boolean trim) {
        report(ReportKind.ABORTED, entry, trim);
    }

    @Override
    public void testOutput(TestOutputReportEntry entry) {
        Reports.printed(entry).forEach(this::send);
    }

    @Override
    public void consoleInfoLog(String message) {
        log(LogLevel.INFO, message);
    }

    @Override
    public void consoleErrorLog(String message) {
        log(LogLevel.ERROR, message);
    }

    @Override
    public void consoleErrorLog(Throwable throwable) {
        consoleErrorLog(throwable.getLocalizedMessage(), throwable);
    }

    @Override
    public void consoleErrorLog(@Nullable String message, @Nullable Throwable throwable) {
        send(new Logged(LogLevel.ERROR, message, throwable == null ? null : Reports.trace(message, throwable)));
    }

    @Override
    public void consoleErrorLog(@Nullable StackTraceWriter trace, boolean trim) {
        send(new Logged(LogLevel.ERROR, null, Reports.trace(trace, trim)));
    }

    @Override
    public void consoleDebugLog(String message) {
        log(LogLevel.DEBUG, message);
    }

    @Override
    public void consoleWarningLog(String message) {
        log(LogLevel.WARNING, message);
    }

    @Override
    public void bye() {
        send(new Event.Bye());
    }

    @Override
    public void stopOnNextTest() {
        send(new Event.StopOnNextTest());
    }

    @Override
    public void acquireNextTest() {
        afterClass.planEnded();
        send(new Event.NextTest(heap.percent()));
    }

    @Override
    public void sendExitError(@Nullable StackTraceWriter trace, boolean trim) {
        send(new Event.ExitError(Reports.trace(trace, trim)));
    }
}
