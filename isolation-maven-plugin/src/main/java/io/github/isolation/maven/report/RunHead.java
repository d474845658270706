package io.github.isolation.maven.report;

import io.github.isolation.record.EndFact;
import java.util.HashMap;
import java.util.Map;

/** What stands above all views of a run, also where no script runs. */
final class RunHead {
    private RunHead() {}

    /** Its fields, as the template of the page calls them. */
    static Map<String, Object> of(ShownRun shown) {
        RunReport report = shown.report();
        EndFact end = report.end();
        Map<String, Object> head = new HashMap<>();
        head.put("name", shown.title());
        head.put("cut", report.isCut());
        head.put("mark", mark(report.verdict()));
        head.put("verdict", report.verdict());
        head.put("tally", tally(report.totals()));
        head.put("took", Durations.text(report.millis()));
        head.put("summary", end == null ? "" : end.summary());
        return head;
    }

    /** A verdict that can be told without colour. */
    private static String mark(String verdict) {
        return switch (verdict) {
            case "passed" -> "✓";
            case "failed" -> "✗";
            case "cancelled" -> "■";
            default -> "✂";
        };
    }

    private static String tally(Totals totals) {
        return Summaries.count(totals.tests(), "test: ", "tests: ")
                + totals.passed() + " passed"
                + (totals.flaky() > 0 ? " (" + totals.flaky() + " flaky)" : "")
                + ", " + totals.failed() + " failed, "
                + Summaries.count(totals.errors(), "error", "errors") + ", "
                + totals.skipped() + " skipped";
    }
}
