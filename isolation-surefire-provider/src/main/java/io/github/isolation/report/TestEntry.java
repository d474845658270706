package io.github.isolation.report;

import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.jspecify.annotations.Nullable;

/** A report as Surefire's encoder wants it. */
final class TestEntry extends SimpleReportEntry {
    private final @Nullable String qualifiedSource;

    TestEntry(TestReport report) {
        super(
                report.rerun() ? RunMode.RERUN_TEST_AFTER_FAILURE : RunMode.NORMAL_RUN,
                report.runId(),
                report.source(),
                report.sourceText(),
                report.name(),
                report.nameText(),
                trace(report.trace()),
                report.elapsedMillis(),
                report.message(),
                report.systemProperties());
        this.qualifiedSource = report.qualifiedSource();
    }

    /** Overrides a method that exists from Surefire 3.6 on; for older versions it is just a method. */
    public @Nullable String getSourceQualifiedName() {
        return qualifiedSource;
    }

    private static @Nullable TextTrace trace(@Nullable Trace trace) {
        return trace == null ? null : new TextTrace(trace);
    }
}
