package io.github.isolation.report;

import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
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
                inXml(report.source()),
                inXml(report.sourceText()),
                inXml(report.name()),
                inXml(report.nameText()),
                trace(report.trace()),
                report.elapsedMillis(),
                inXml(report.message()),
                inXml(report.systemProperties()));
        this.qualifiedSource = inXml(report.qualifiedSource());
    }

    /** Overrides a method that exists from Surefire 3.6 on; for older versions it is just a method. */
    public @Nullable String getSourceQualifiedName() {
        return qualifiedSource;
    }

    private static @Nullable String inXml(@Nullable String text) {
        return text == null ? null : Wording.inXml(text);
    }

    /** Of properties, Surefire writes the names as they are. */
    private static Map<String, String> inXml(Map<String, String> properties) {
        Map<String, String> legal = new LinkedHashMap<>();
        properties.forEach((name, value) -> legal.put(Wording.shown(name), inXml(value)));
        return legal;
    }

    private static @Nullable TextTrace trace(@Nullable Trace trace) {
        return trace == null ? null : new TextTrace(trace);
    }
}
