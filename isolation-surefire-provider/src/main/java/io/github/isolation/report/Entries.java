package io.github.isolation.report;

import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.Wording;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/** Our records as objects of Surefire's API, where necessary by ways that only newer versions have. */
final class Entries {
    /** Surefire 3.6 has a constructor with one more parameter, the class stack of the output. */
    private static final @Nullable MethodHandle OUTPUT_WITH_STACK = outputWithStack();

    private Entries() {}

    static TestEntry report(TestReport report) {
        return new TestEntry(report);
    }

    static TextTrace trace(Trace trace) {
        return new TextTrace(trace);
    }

    static TestOutputReportEntry output(Printed p) {
        String text = Wording.inXml(p.text());
        RunMode mode = p.rerun() ? RunMode.RERUN_TEST_AFTER_FAILURE : RunMode.NORMAL_RUN;
        if (OUTPUT_WITH_STACK != null && p.stack() != null) {
            try {
                return (TestOutputReportEntry)
                        OUTPUT_WITH_STACK.invoke(text, p.stdout(), p.newLine(), mode, p.runId(), p.stack());
            } catch (Throwable e) {
                throw new IllegalStateException("Surefire's TestOutputReportEntry refuses its own fields", e);
            }
        }
        return new TestOutputReportEntry(text, p.stdout(), p.newLine(), mode, p.runId());
    }

    private static @Nullable MethodHandle outputWithStack() {
        MethodType type = MethodType.methodType(
                void.class, String.class, boolean.class, boolean.class, RunMode.class, Long.class, String.class);
        try {
            return MethodHandles.publicLookup().findConstructor(TestOutputReportEntry.class, type);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
