package io.github.isolation.maven.report;

import io.github.isolation.maven.findings.AuditReport;
import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run in plain lines, for terminals. */
public final class TextReport {
    /** So many of each list; the page has all of them. */
    private static final int LISTED = 10;

    private final List<String> lines = new ArrayList<>();

    private TextReport() {}

    /** What happened, the worst first. */
    public static List<String> lines(ShownRun shown) {
        TextReport text = new TextReport();
        text.run(shown);
        return text.lines;
    }

    /** What an audit of these runs has found. */
    public static List<String> audit(AuditReport audit) {
        return AuditView.lines(audit);
    }

    private void run(ShownRun shown) {
        RunReport report = shown.report();
        lines.add(shown.title() + ": " + Summaries.headline(report));
        if (report.isCut()) {
            lines.add("  The record was cut off: the supervisor was gone before the run was over.");
        }
        list(
                "did not pass",
                Summaries.failed(report),
                test -> test.last().outcome() + "  " + Summaries.name(test.last()) + message(test.last()));
        list("passed when they were tried again", Summaries.flaky(report), test -> Summaries.name(test.last()));
        list(
                "slowest",
                Summaries.slowest(report),
                test -> String.format(
                        Locale.ROOT, "%8s  %s", Durations.text(test.last().millis()), Summaries.name(test.last())));
        list(
                "workers that were replaced",
                Summaries.replaced(report),
                life -> "worker " + life.number() + " of fork " + life.fork() + ": " + life.how()
                        + (life.why().isEmpty() ? "" : " (" + life.why() + ")"));
        forks(shown.help());
        lines.add("  What would help: " + shown.help().advice());
    }

    private static String message(TestFact test) {
        return test.message().isBlank()
                ? ""
                : ": " + test.message().strip().lines().findFirst().orElse("");
    }

    private void forks(WhatWouldHelp help) {
        for (ForkShare share : help.forks()) {
            long all = share.starting() + share.testing() + share.between() + share.idle();
            if (all > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  fork %d: %d %% testing, %d %% idle at the end",
                        share.fork(),
                        Math.round(100.0 * share.testing() / all),
                        Math.round(100.0 * share.idle() / all)));
            }
        }
    }

    private interface Line<T> {
        String of(T one);
    }

    private <T> void list(String title, List<T> all, Line<T> line) {
        if (!all.isEmpty()) {
            lines.add("  " + title + ":");
            all.stream().limit(LISTED).forEach(one -> lines.add("    " + line.of(one)));
            if (all.size() > LISTED) {
                lines.add("    and " + (all.size() - LISTED) + " more");
            }
        }
    }
}
