package io.github.isolation.queue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.record.JsonWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of a class, in lines of JSON, from what Maven is told of it: enough for an XML report where the machine is gone that had it. What
 * tests print is not in it. One thread's.
 */
public final class ClassReport {
    /** A class that has more to say is told of in part: supervisors have small heaps. */
    static final int MOST = 1 << 20;

    private final StringBuilder lines = new StringBuilder();
    private final Map<String, Boolean> failed = new HashMap<>();
    private long millis;
    private boolean cut;

    /** Takes what Maven is going to be told. */
    public void take(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Reported reported) {
                take(reported.kind(), reported.report());
            }
        }
    }

    private void take(ReportKind kind, TestReport report) {
        Integer took = report.elapsedMillis();
        if (kind == ReportKind.SET_COMPLETED) {
            millis += took == null ? 0 : took;
        } else if (kind.isResult()) {
            String test = text(report.source()) + "#" + (report.id() == null ? text(report.name()) : report.id());
            failed.merge(test, kind.isFailure(), (before, now) -> report.rerun() ? before && now : before || now);
            Trace trace = report.trace();
            String message = report.message() == null && trace != null ? trace.message() : report.message();
            add(JsonWriter.of("case")
                    .put("source", text(report.source()))
                    .put("class", text(report.inClass()))
                    .put("name", text(report.name()))
                    .put("outcome", kind.name().toLowerCase(java.util.Locale.ROOT))
                    .put("millis", took)
                    .put("rerun", report.rerun())
                    .put("message", text(message))
                    .put("stack", trace == null ? "" : text(trace.text()))
                    .toString());
        }
    }

    private void add(String line) {
        if (cut || lines.length() + line.length() > MOST) {
            if (!cut) {
                lines.append(JsonWriter.of("cut")).append('\n');
            }
            cut = true;
        } else {
            lines.append(line).append('\n');
        }
    }

    /** Both, one after the other. */
    public void add(ClassReport more) {
        millis += more.millis;
        more.failed.forEach((test, bad) -> failed.merge(test, bad, (before, now) -> before && now));
        more.lines.toString().lines().forEach(this::add);
    }

    /** What is offered to the queue. */
    public Result of(String className) {
        return new Result(className, millis, failed.containsValue(true), lines.toString());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
