package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Undiscoverable;
import io.github.isolation.protocol.Trace;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/**
 * Why the tests of a class could not be found, in one line and at length.
 *
 * @param stop whether nothing else is to begin then
 */
record DiscoveryErrors(boolean stop) {
    private static final String JUNIT_CAUSE = "Cause: ";

    /** The provider has thrown this. */
    Undiscoverable thrown(Throwable thrown) {
        return undiscoverable(cause(thrown), Reports.trace(null, thrown));
    }

    /** An engine's failure that was reported, not thrown. */
    Undiscoverable reported(ReportEntry entry) {
        StackTraceWriter writer = entry.getStackTraceWriter();
        Throwable thrown = writer == null || writer.getThrowable() == null
                ? null
                : writer.getThrowable().getTarget();
        String cause = thrown == null ? String.valueOf(entry.getName()) : cause(thrown);
        return undiscoverable(cause, Reports.trace(writer, false));
    }

    private Undiscoverable undiscoverable(String cause, @Nullable Trace trace) {
        return new Undiscoverable(new Trace(cause, null, trace == null ? null : trace.text()), stop);
    }

    /** What is at the bottom of it, which is what the user has to mend, in one line. */
    private static String cause(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        // From 5.13 on, JUnit writes what it found into the message of an exception that has no cause.
        return root.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(JUNIT_CAUSE))
                .map(line -> line.substring(JUNIT_CAUSE.length()))
                .findFirst()
                .orElse(root.toString());
    }
}
