package io.github.isolation.worker;

import io.github.isolation.protocol.Endpoint;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import org.apache.maven.surefire.api.booter.MasterProcessChannelEncoder;
import org.apache.maven.surefire.api.report.LegacyPojoStackTraceWriter;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * A worker that is in trouble, as named by its first argument; the second is where its supervisor is. A JVM of its own, because
 * some kinds of trouble are its end.
 */
final class TalksBadly {
    private TalksBadly() {}

    public static void main(String[] arguments) throws Exception {
        WorkerSession session = WorkerSession.open(Endpoint.parse(arguments[1]));
        MasterProcessChannelEncoder encoder = session.encoder();
        Guard guard = session.guard();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> Runtime.getRuntime().halt(9));
        switch (arguments[0]) {
            case "cannot-be-printed" -> encoder.testFailed(failed("t", new CannotBePrinted()), true);
            case "no-memory-for-the-trace" -> encoder.testFailed(failed("t", new NeedsMemory()), true);
            case "cannot-be-named" -> encoder.testFailed(new CannotBeNamed(), true);
            case "listener-out-of-memory" ->
                new GuardedListener(session, new OutOfMemory()).testPlanExecutionStarted(null);
            case "faults" -> {
                guard.failed("look", new IllegalStateException("first"));
                guard.failed("look", new IllegalStateException("second"));
                guard.failed("look", new StackOverflowError());
                guard.failed("measure", new IllegalStateException("third"));
                guard.failed("look", new CannotBePrinted());
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        session.close();
        Runtime.getRuntime().halt(0);
    }

    private static SimpleReportEntry failed(String name, Throwable thrown) {
        return new SimpleReportEntry(
                RunMode.NORMAL_RUN,
                1L,
                "a.BTest",
                null,
                name,
                null,
                new LegacyPojoStackTraceWriter("a.BTest", name, thrown),
                1,
                "failed",
                Map.of());
    }

    private static class CannotBePrinted extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public void printStackTrace(PrintWriter writer) {
            throw new IllegalStateException("no trace");
        }

        @Override
        public void printStackTrace(PrintStream stream) {
            throw new IllegalStateException("no trace");
        }
    }

    private static final class NeedsMemory extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public void printStackTrace(PrintWriter writer) {
            throw new OutOfMemoryError("as if");
        }
    }

    private static final class CannotBeNamed extends SimpleReportEntry {
        CannotBeNamed() {
            super(RunMode.NORMAL_RUN, 1L, "a.BTest", null, "t", null);
        }

        @Override
        public String getName() {
            throw new OutOfMemoryError("as if");
        }
    }

    private static final class OutOfMemory implements TestExecutionListener {
        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            throw new OutOfMemoryError("as if");
        }
    }
}
