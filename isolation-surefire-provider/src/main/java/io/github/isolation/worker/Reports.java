package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/** Surefire's report entries as records of the wire. */
final class Reports {
    /** Longer output is sent in pieces, each far below the frame limit even if every character takes three bytes. */
    private static final int MAX_TEXT = 1 << 20;

    /**
     * How many characters of a message or a stack trace are passed on. Three of them, at three bytes a character, and the
     * system properties fit into a frame; what a person reads is in the first of them.
     */
    static final int MAX_FAILURE_TEXT = 512 << 10;

    private static final NewerApi NEWER = NewerApi.find();

    private Reports() {}

    /** @param id of the test that runs in this thread, if a platform engine runs it */
    static TestReport of(ReportEntry entry, boolean trim, @Nullable String id) {
        return of(entry, trim, Map.of(), id);
    }

    /** Of a test that threw what cannot be printed: a message of its own that throws, or too little memory. */
    static TestReport bare(ReportEntry entry, Throwable why, @Nullable String id) {
        Long runId = entry.getTestRunId();
        String text = "isolation: what was thrown here cannot be shown: "
                + why.getClass().getName();
        return new TestReport(
                isRerun(entry.getRunMode()),
                runId == null ? 0 : runId,
                entry.getSourceName(),
                entry.getSourceText(),
                entry.getName(),
                entry.getNameText(),
                null,
                entry.getElapsed(),
                entry.getStackTraceWriter() == null ? null : new Trace(text, text, text),
                Map.of(),
                null,
                id);
    }

    /** As much of a report as its test needs to be counted. */
    static TestReport withoutLongTexts(TestReport report) {
        Trace trace = report.trace();
        String text = "isolation: there was not enough memory to pass this on";
        return new TestReport(
                report.rerun(),
                report.runId(),
                report.source(),
                report.sourceText(),
                report.name(),
                report.nameText(),
                null,
                report.elapsedMillis(),
                trace == null ? null : new Trace(text, text, text),
                Map.of(),
                report.qualifiedSource(),
                report.id());
    }

    /** Of the end of a set. */
    static TestReport withSystemProperties(TestSetReportEntry entry, boolean trim, @Nullable String id) {
        Map<String, String> properties = new LinkedHashMap<>();
        entry.getSystemProperties().forEach((name, value) -> {
            if (name != null && value != null) { // tests may have properties of a kind of their own
                properties.put(name, value);
            }
        });
        return of(entry, trim, properties, id);
    }

    private static TestReport of(
            ReportEntry entry, boolean trim, Map<String, String> systemProperties, @Nullable String id) {
        Long runId = entry.getTestRunId();
        return new TestReport(
                isRerun(entry.getRunMode()),
                runId == null ? 0 : runId,
                entry.getSourceName(),
                entry.getSourceText(),
                entry.getName(),
                shortened(entry.getNameText()),
                shortened(entry.getMessage()),
                entry.getElapsed(),
                trace(entry.getStackTraceWriter(), trim),
                systemProperties,
                NEWER.qualifiedSource(entry),
                id);
    }

    static List<Printed> printed(TestOutputReportEntry entry) {
        String text = entry.getLog() == null ? "null" : entry.getLog();
        boolean rerun = isRerun(entry.getRunMode());
        Long runId = entry.getTestRunId();
        String stack = NEWER.stack(entry);
        List<Printed> pieces = new ArrayList<>(1);
        for (int from = 0; from == 0 || from < text.length(); from += MAX_TEXT) {
            int to = Math.min(text.length(), from + MAX_TEXT);
            boolean last = to == text.length();
            pieces.add(new Printed(
                    text.substring(from, to), entry.isStdOut(), last && entry.isNewLine(), rerun, runId, stack));
        }
        return pieces;
    }

    static @Nullable Trace trace(@Nullable StackTraceWriter writer, boolean trim) {
        if (writer == null) {
            return null;
        }
        SafeThrowable throwable = writer.getThrowable();
        return new Trace(
                throwable == null ? null : shortened(throwable.getLocalizedMessage()),
                shortened(writer.smartTrimmedStackTrace()),
                shortened(
                        OwnFrames.removeFrom(trim ? writer.writeTrimmedTraceToString() : writer.writeTraceToString())));
    }

    static Trace trace(@Nullable String message, Throwable throwable) {
        StringWriter text = new StringWriter();
        throwable.printStackTrace(new PrintWriter(text, true));
        return new Trace(shortened(message), null, shortened(text.toString()));
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.length() <= MAX_FAILURE_TEXT) {
            return text;
        }
        int left = text.length() - MAX_FAILURE_TEXT;
        return text.substring(0, MAX_FAILURE_TEXT)
                + String.format(Locale.ROOT, " ... (isolation left out %,d characters)", left);
    }

    private static boolean isRerun(@Nullable RunMode mode) {
        return mode == RunMode.RERUN_TEST_AFTER_FAILURE;
    }
}
