package io.github.isolation.maven.report;

import io.github.isolation.maven.findings.AuditReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is made of runs: the page, a trace beside it, and, where CI has a place for one, a summary. */
public final class ReportFiles {
    /** GitHub Actions names a file here, to which a step appends Markdown. */
    private static final String JOB_SUMMARY = "GITHUB_STEP_SUMMARY";

    private ReportFiles() {}

    /**
     * Writes the page, and {@code trace.json} beside it.
     *
     * @param title what it is about
     * @param audit of these runs, if they had one
     * @throws IOException if one of them cannot be written
     */
    public static void write(String title, List<ShownRun> runs, Optional<AuditReport> audit, Path page)
            throws IOException {
        ReportPage.write(title, runs, audit.orElse(null), page);
        ChromeTrace.write(runs, page.resolveSibling("trace.json"));
    }

    /**
     * The same of the runs of several machines.
     *
     * @param together what is to be thought of all of them
     * @throws IOException if one of the files cannot be written
     */
    public static void write(Together together, List<ShownRun> runs, Path page) throws IOException {
        ReportPage.write(together, runs, page);
        ChromeTrace.write(runs, page.resolveSibling("trace.json"));
    }

    /**
     * Appends a summary where the environment names a file for it.
     *
     * @return that file, if there is one
     * @throws IOException if it cannot be written
     */
    public static Optional<Path> summarize(List<ShownRun> runs, Map<String, String> environment) throws IOException {
        return runs.isEmpty() ? Optional.empty() : append(MarkdownSummary.of(runs), environment);
    }

    /**
     * The same of the runs of several machines, also where none of them has left a record.
     *
     * @return that file, if there is one
     * @throws IOException if it cannot be written
     */
    public static Optional<Path> summarize(Together together, List<ShownRun> runs, Map<String, String> environment)
            throws IOException {
        return append(MarkdownSummary.of(together, runs), environment);
    }

    private static Optional<Path> append(String markdown, Map<String, String> environment) throws IOException {
        @Nullable String file = environment.get(JOB_SUMMARY);
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        Path summary = Path.of(file);
        Files.write(
                summary,
                markdown.getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return Optional.of(summary);
    }
}
