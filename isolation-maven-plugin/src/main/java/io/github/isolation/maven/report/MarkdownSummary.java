package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.List;

/** Runs in a few lines of GitHub's Markdown, for the summary of a job. Whatever tests are called, it is text there. */
public final class MarkdownSummary {
    /** A summary is read at a glance; the page has the rest. */
    private static final int LISTED = 20;

    private static final int MOST_MESSAGE = 300;

    private MarkdownSummary() {}

    /** What happened in each of these runs, and what did not pass. */
    public static String of(List<ShownRun> runs) {
        return of("", runs);
    }

    /** The same of the runs of several machines, with what is to be thought of them on top. */
    public static String of(Together together, List<ShownRun> runs) {
        return of(together.markdown(), runs);
    }

    private static String of(String onTop, List<ShownRun> runs) {
        StringBuilder text = new StringBuilder("### Tests\n\n").append(onTop);
        if (runs.isEmpty()) {
            return text.toString();
        }
        text.append("| Module | Verdict | Tests | Failed | Errors | Skipped | Flaky | Forks | Time |\n");
        text.append("|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
        for (ShownRun shown : runs) {
            RunReport report = shown.report();
            Totals totals = report.totals();
            text.append(String.join(
                            " | ",
                            "| " + escaped(shown.title()),
                            (report.verdict().equals("passed") ? "✅ " : "❌ ") + report.verdict(),
                            "" + totals.tests(),
                            "" + totals.failed(),
                            "" + totals.errors(),
                            "" + totals.skipped(),
                            "" + totals.flaky(),
                            "" + report.run().forks(),
                            Durations.text(report.millis()) + " |"))
                    .append('\n');
        }
        for (ShownRun shown : runs) {
            failures(shown, text);
            if (!shown.report().isCut() && !shown.help().advice().startsWith("nothing ")) {
                text.append("\nWhat would help ").append(escaped(shown.title())).append(": ");
                text.append(escaped(shown.help().advice())).append('\n');
            }
        }
        return text.append('\n').toString();
    }

    private static void failures(ShownRun shown, StringBuilder text) {
        List<TestHistory> failed = Summaries.failed(shown.report());
        if (failed.isEmpty()) {
            return;
        }
        text.append("\n**").append(escaped(shown.title())).append("**\n\n");
        failed.stream().limit(LISTED).forEach(test -> text.append("- ")
                .append(escaped(Summaries.name(test.last())))
                .append(message(test.last()))
                .append('\n'));
        if (failed.size() > LISTED) {
            text.append("- and ").append(failed.size() - LISTED).append(" more\n");
        }
    }

    private static String message(TestFact test) {
        String first = test.message().strip().lines().findFirst().orElse("");
        String cut = first.length() > MOST_MESSAGE ? first.substring(0, MOST_MESSAGE) + "…" : first;
        return cut.isEmpty() ? "" : ": " + escaped(cut);
    }

    /** What means something in Markdown or HTML means nothing here. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                escaped.append("&lt;");
            } else if (c == '&') {
                escaped.append("&amp;");
            } else if (c < ' ') {
                escaped.append(' ');
            } else {
                escaped.append("\\`*_{}[]()#+-!|>~@".indexOf(c) >= 0 ? "\\" : "")
                        .append(c);
            }
        }
        return escaped.toString();
    }
}
