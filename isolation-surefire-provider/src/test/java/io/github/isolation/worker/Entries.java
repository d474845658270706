package io.github.isolation.worker;

import java.util.Map;
import org.apache.maven.surefire.api.report.LegacyPojoStackTraceWriter;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;

/** Report entries, as Surefire's providers make them. */
final class Entries {
    private Entries() {}

    /** The test set of a class. */
    static SimpleReportEntry set(String type) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, 1L, type, null, null, null);
    }

    /** The end of it, in a JVM with these properties. */
    static SimpleReportEntry setEnd(String type, Map<String, String> systemProperties) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, 1L, type, null, null, null, systemProperties);
    }

    /** A test, with the run id that tells it from others of its name. */
    static SimpleReportEntry test(String type, String name, long runId) {
        return new SimpleReportEntry(RunMode.NORMAL_RUN, runId, type, null, name, null);
    }

    /** A test that has thrown something. */
    static SimpleReportEntry failed(String type, String name, long runId, Throwable thrown) {
        return new SimpleReportEntry(
                RunMode.NORMAL_RUN,
                runId,
                type,
                null,
                name,
                null,
                new LegacyPojoStackTraceWriter(type, name, thrown),
                7,
                thrown.getMessage(),
                Map.of());
    }

    /** A test that was skipped for a reason. */
    static SimpleReportEntry skipped(String type, String name, long runId, String reason) {
        return SimpleReportEntry.ignored(RunMode.NORMAL_RUN, runId, type, null, name, null, reason);
    }
}
