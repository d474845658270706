package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.TestRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of what is told of tests only what became of them, and where they failed: of those that somebody wants to know of, and of
 * those that failed.
 */
final class TrialOutcomes {
    private final Predicate<TestRef> wanted;
    private final Map<TestRef, Outcome> outcomes = new HashMap<>();
    private final Map<TestRef, String> lines = new HashMap<>();

    TrialOutcomes(Predicate<TestRef> wanted) {
        this.wanted = wanted;
    }

    Map<TestRef, Outcome> all() {
        return outcomes;
    }

    Map<TestRef, String> lines() {
        return lines;
    }

    void take(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Reported reported && reported.kind().isResult()) {
                TestReport report = reported.report();
                TestRef test = new TestRef(text(report.id()), text(report.inClass()), text(report.name()));
                Outcome outcome = outcome(reported.kind(), report);
                if (outcome.isFailure() || wanted.test(test)) {
                    // Several may have one name, where tests have no ids.
                    outcomes.merge(test, outcome, (one, other) -> one.isFailure() ? one : other);
                }
                String line = outcome.isFailure() ? FailingLine.of(trace(report), test.className()) : "";
                if (!line.isEmpty()) {
                    lines.put(test, line);
                }
            }
        }
    }

    private static Outcome outcome(ReportKind kind, TestReport report) {
        if (kind == ReportKind.SKIPPED || kind == ReportKind.ABORTED) {
            return Outcome.SKIPPED;
        }
        if (!kind.isFailure()) {
            return Outcome.PASSED;
        }
        String text = trace(report);
        if (text.startsWith(CrashReport.NOT_RUN)) {
            return Outcome.NOT_RUN;
        }
        if (text.startsWith(CrashReport.CRASHED)) {
            return Outcome.CRASHED;
        }
        return text.startsWith(CrashReport.TIMED_OUT) ? Outcome.TIMED_OUT : Outcome.FAILED;
    }

    private static String trace(TestReport report) {
        Trace trace = report.trace();
        return trace == null ? "" : text(trace.text());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
