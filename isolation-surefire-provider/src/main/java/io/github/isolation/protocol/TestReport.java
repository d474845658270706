package io.github.isolation.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One report of a test or a test set, with the fields of Surefire's {@code ReportEntry}.
 *
 * @param rerun whether this belongs to a re-run of failed tests ({@code RunMode.RERUN_TEST_AFTER_FAILURE})
 * @param runId Surefire's {@code testRunId}; unique within one worker as it is sent, within one fork as it is relayed
 * @param source the class the report is filed under
 * @param sourceText the class's display name, if it differs
 * @param name the test's name; null for a test set
 * @param nameText the test's display name, if it differs
 * @param message the reason of a skip, for example
 * @param elapsedMillis how long it took, in milliseconds, if it is known
 * @param trace what went wrong
 * @param systemProperties the worker's system properties; sent with the end of a test set only
 * @param qualifiedSource Surefire 3.6's {@code sourceQualifiedName}; null with older versions
 * @param id the JUnit Platform's unique id, where a platform engine runs the test
 */
public record TestReport(
        boolean rerun,
        long runId,
        @Nullable String source,
        @Nullable String sourceText,
        @Nullable String name,
        @Nullable String nameText,
        @Nullable String message,
        @Nullable Integer elapsedMillis,
        @Nullable Trace trace,
        Map<String, String> systemProperties,
        @Nullable String qualifiedSource,
        @Nullable String id) {

    /** The class that the test is in, which may be a nested one of that under which it is filed. */
    public @Nullable String inClass() {
        return qualifiedSource == null ? source : qualifiedSource;
    }

    /** This report under another run id. */
    public TestReport withRunId(long mapped) {
        return with(rerun, mapped, message, elapsedMillis, trace);
    }

    /** This report as one of a re-run, under the run id of the first attempt. */
    public TestReport asRerun(long firstRunId) {
        return with(true, firstRunId, message, elapsedMillis, trace);
    }

    /** This report with another duration. */
    public TestReport withElapsedMillis(@Nullable Integer millis) {
        return with(rerun, runId, message, millis, trace);
    }

    /** This report with a failure attached, whose message becomes the report's. */
    public TestReport withTrace(Trace failure) {
        return with(rerun, runId, failure.message(), elapsedMillis, failure);
    }

    /** This report of the test that is known by another id, and so by another name. */
    public TestReport known(String otherId, @Nullable String otherName) {
        return new TestReport(
                rerun,
                runId,
                source,
                sourceText,
                otherName,
                nameText,
                message,
                elapsedMillis,
                trace,
                systemProperties,
                qualifiedSource,
                otherId);
    }

    /** This report with other system properties of its worker. */
    public TestReport withSystemProperties(Map<String, String> shown) {
        return new TestReport(
                rerun,
                runId,
                source,
                sourceText,
                name,
                nameText,
                message,
                elapsedMillis,
                trace,
                shown,
                qualifiedSource,
                id);
    }

    /** The same test; what may change between two reports of it. */
    private TestReport with(
            boolean again, long mapped, @Nullable String why, @Nullable Integer millis, @Nullable Trace failure) {
        return new TestReport(
                again,
                mapped,
                source,
                sourceText,
                name,
                nameText,
                why,
                millis,
                failure,
                systemProperties,
                qualifiedSource,
                id);
    }
}
