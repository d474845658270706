package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept of an event where there is room for little: every result, and what a person reads of its failure. */
final class Shortened {
    private static final int MOST_CHARACTERS = 4_000;

    private Shortened() {}

    /** Null if nothing is. */
    static @Nullable Event of(Event event) {
        if (event instanceof Printed) {
            return null;
        }
        return event instanceof Reported reported ? new Reported(reported.kind(), of(reported.report())) : event;
    }

    private static TestReport of(TestReport report) {
        Trace trace = report.trace();
        return new TestReport(
                report.rerun(),
                report.runId(),
                report.source(),
                report.sourceText(),
                report.name(),
                cut(report.nameText()),
                cut(report.message()),
                report.elapsedMillis(),
                trace == null ? null : new Trace(cut(trace.message()), cut(trace.summary()), cut(trace.text())),
                Map.of(),
                report.qualifiedSource(),
                report.id());
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + " ... (isolation left out " + (text.length() - MOST_CHARACTERS)
                        + " characters)";
    }
}
