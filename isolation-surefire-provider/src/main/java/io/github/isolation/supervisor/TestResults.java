package io.github.isolation.supervisor;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.record.EndFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.TestFact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one fact of all that is told of a test. Keeps what runs, not what has run. The loop's. */
final class TestResults {
    /** What a person reads of a failure; the whole of it is in Surefire's reports. In characters, and in lines. */
    private static final int MOST_MESSAGE = 1_000;

    private static final int MOST_STACK = 8_000;
    private static final int MOST_OUTPUT = 4_000;
    private static final int MOST_LINES = 20;

    /** Where a test runs. */
    interface Origin {
        int worker();

        int fork();

        int attempt();
    }

    private static final class Running {
        final @Nullable Origin origin;
        final long at;
        private @Nullable Deque<String> output; // most tests print nothing

        Running(@Nullable Origin origin, long at) {
            this.origin = origin;
            this.at = at;
        }

        void printed(String text) {
            if (output == null) {
                output = new ArrayDeque<>(MOST_LINES + 1);
            }
            output.add(text);
            if (output.size() > MOST_LINES) {
                output.remove();
            }
        }

        String lastLines() {
            return output == null ? "" : String.join("", output);
        }
    }

    private final Consumer<Fact> record;
    private final Map<Long, Running> running = new HashMap<>();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    TestResults(Consumer<Fact> record) {
        this.record = record;
    }

    /**
     * Takes what Maven is told.
     *
     * @param origin the worker that was heard, or is gone; null if it is neither
     * @param ours whether the supervisor made it
     */
    void take(Event event, @Nullable Origin origin, long at, boolean ours) {
        if (event instanceof Printed printed) {
            Running test = running.get(printed.runId());
            if (test != null) {
                test.printed(printed.newLine() ? printed.text() + "\n" : printed.text());
            }
        } else if (event instanceof Reported reported) {
            TestReport report = reported.report();
            if (reported.kind() == ReportKind.STARTING) {
                running.put(report.runId(), new Running(origin, at));
            } else if (reported.kind().isResult()) {
                result(reported, origin, at, ours);
            }
        }
    }

    private void result(Reported reported, @Nullable Origin speaker, long at, boolean ours) {
        TestReport report = reported.report();
        Running test = running.remove(report.runId());
        Origin origin = test == null || test.origin == null ? speaker : test.origin;
        long millis = millis(report, test, at);
        boolean failed = reported.kind().isFailure();
        Trace trace = report.trace();
        count(reported.kind());
        record.accept(new TestFact(
                test == null ? Math.max(0, at - millis) : test.at,
                millis,
                origin == null ? 0 : origin.worker(),
                origin == null ? 0 : origin.fork(),
                text(report.id()),
                text(report.inClass()),
                text(report.name()),
                text(report.nameText()),
                outcome(reported.kind()),
                origin == null ? 1 : origin.attempt(),
                ours,
                head(message(report), MOST_MESSAGE),
                failed && trace != null ? head(text(trace.text()), MOST_STACK) : "",
                failed && test != null ? tail(test.lastLines()) : ""));
    }

    private static long millis(TestReport report, @Nullable Running test, long at) {
        Integer said = report.elapsedMillis();
        if (said != null) {
            return said;
        }
        return test == null ? 0 : at - test.at;
    }

    private static String outcome(ReportKind kind) {
        return switch (kind) {
            case FAILED -> "failed";
            case ERROR -> "error";
            case SKIPPED -> "skipped";
            case ABORTED -> "aborted";
            default -> "passed";
        };
    }

    private void count(ReportKind kind) {
        tests++;
        switch (kind) {
            case FAILED -> failures++;
            case ERROR -> errors++;
            case SKIPPED, ABORTED -> skipped++;
            default -> {}
        }
    }

    private static String message(TestReport report) {
        Trace trace = report.trace();
        String message = report.message() == null && trace != null ? trace.message() : report.message();
        return text(message);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String head(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private static String tail(String text) {
        return text.length() <= MOST_OUTPUT ? text : "…" + text.substring(text.length() - MOST_OUTPUT);
    }

    boolean sawFailures() {
        return failures + errors > 0;
    }

    /** The last line of the record. */
    EndFact end(long at, boolean cancelled, String summary) {
        String verdict = cancelled ? "cancelled" : failures + errors > 0 ? "failed" : "passed";
        return new EndFact(at, tests, failures, errors, skipped, verdict, summary);
    }
}
