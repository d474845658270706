package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.protocol.Event.Undiscoverable;
import io.github.isolation.protocol.Trace;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import org.apache.maven.surefire.api.provider.SurefireProvider;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;
import org.apache.maven.surefire.api.util.TestsToRun;

/**
 * Runs the classes that are handed out, also beyond those whose tests cannot be found (L29, L30): a superclass or an
 * annotation that is missing, an engine that refuses. Such a class is reported by its cause, and the provider is called
 * again for the next one.
 */
final class Discovery {
    /** The system property that says what becomes of the others: {@code report} or {@code stop}. */
    static final String PROPERTY = "isolation.discoveryErrors";

    private static final String JUNIT_CAUSE = "Cause: ";

    private final WorkerChannel channel;

    Discovery(WorkerChannel channel) {
        this.channel = channel;
    }

    /** Until there are no more classes, or until something else goes wrong than finding tests. */
    RunResult run(SurefireProvider provider, TestsToRun handedOut)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        SharedClasses classes = new SharedClasses(handedOut);
        while (true) {
            TestThread.mend();
            try {
                RunResult result = provider.invoke(classes);
                if (!SharedPlan.isOffered()) {
                    return result;
                }
                runTogether(provider, classes);
            } catch (Exception | LinkageError | StackOverflowError e) {
                // A class that came with others and was not taken is not what went wrong.
                if (SharedPlan.isOffered() || !Resume.giveUpUntouched()) {
                    throw e;
                }
                channel.tell(undiscoverable(cause(e), Reports.trace(null, e)));
            }
        }
    }

    /** All in one plan; if that comes to nothing, the first by itself, and the others are handed out again. */
    private static void runTogether(SurefireProvider provider, SharedClasses classes)
            throws TestSetFailedException, ReporterException, InvocationTargetException {
        Set<Class<?>> together = Set.of();
        boolean toNothing = false;
        try {
            together = classes.takeShared();
            provider.invoke(new TestsToRun(together));
        } catch (Exception | LinkageError | StackOverflowError e) {
            boolean firstCannotBeLoaded = together.isEmpty();
            if (firstCannotBeLoaded || !SharedPlan.failUntouched()) {
                throw e;
            }
        } finally {
            toNothing = SharedPlan.end();
        }
        if (toNothing) {
            TestThread.mend();
            provider.invoke(new TestsToRun(Set.of(together.iterator().next())));
        }
    }

    /** An engine's failure that was reported, not thrown. */
    static Undiscoverable failed(ReportEntry entry) {
        StackTraceWriter writer = entry.getStackTraceWriter();
        Trace trace = Reports.trace(writer, false);
        Throwable thrown = writer == null || writer.getThrowable() == null
                ? null
                : writer.getThrowable().getTarget();
        String cause = thrown == null ? String.valueOf(entry.getName()) : cause(thrown);
        return undiscoverable(cause, trace == null ? new Trace(null, null, null) : trace);
    }

    private static Undiscoverable undiscoverable(String cause, Trace trace) {
        return new Undiscoverable(new Trace(cause, null, trace.text()), "stop".equals(AtStart.property(PROPERTY)));
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
