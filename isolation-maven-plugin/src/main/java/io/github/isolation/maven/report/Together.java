package io.github.isolation.maven.report;

import java.util.List;
import java.util.Map;

/**
 * What is to be thought of the runs of several machines taken together: that those which are here have passed says nothing of one that is
 * missing.
 *
 * @param verdict in one word
 * @param good whether there is nothing wrong
 * @param summary in one line
 * @param problems what is wrong, the worst first, a line each
 * @param notes what else is to be known, a line each
 */
public record Together(String verdict, boolean good, String summary, List<String> problems, List<String> notes) {
    /** A page and a summary are looked at; the log has the rest. */
    private static final int LISTED = 50;

    public Together {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Its fields, as the template of the page calls them. */
    Map<String, Object> view() {
        return Map.of(
                "verdict",
                verdict,
                "state",
                good ? "passed" : "failed",
                "mark",
                good ? "✓" : "✗",
                "summary",
                summary,
                "problems",
                problems.stream().limit(LISTED).toList(),
                "more",
                problems.size() > LISTED ? "and " + (problems.size() - LISTED) + " more" : "",
                "notes",
                notes);
    }

    /** The same in Markdown, without the notes. */
    String markdown() {
        StringBuilder text = new StringBuilder(good ? "✅ " : "❌ ").append(verdict);
        text.append(": ").append(MarkdownSummary.escaped(summary)).append("\n\n");
        problems.stream().limit(LISTED).forEach(problem -> text.append("- ")
                .append(MarkdownSummary.escaped(problem))
                .append('\n'));
        if (problems.size() > LISTED) {
            text.append("- and ").append(problems.size() - LISTED).append(" more\n");
        }
        return problems.isEmpty() ? text.toString() : text.append('\n').toString();
    }
}
