package io.github.isolation.maven.report;

import io.github.isolation.record.EndFact;

/**
 * What stands above all views of a run, also where no script runs.
 *
 * @param verdict in a word
 * @param tally how many tests came to what end
 */
public record RunHead(String title, String id, String verdict, String tally, String summary, boolean cut, String took) {
    static RunHead of(ShownRun shown) {
        RunReport report = shown.report();
        Totals totals = report.totals();
        String tally = totals.tests() + (totals.tests() == 1 ? " test: " : " tests: ")
                + totals.passed() + " passed"
                + (totals.flaky() > 0 ? " (" + totals.flaky() + " flaky)" : "")
                + ", " + totals.failed() + " failed, " + totals.errors()
                + (totals.errors() == 1 ? " error, " : " errors, ") + totals.skipped() + " skipped";
        EndFact end = report.end();
        return new RunHead(
                shown.title(),
                report.run().run(),
                report.verdict(),
                tally,
                end == null ? "" : end.summary(),
                report.isCut(),
                Durations.text(report.millis()));
    }
}
