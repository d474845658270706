package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.ReportKind;
import java.lang.reflect.Constructor;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.junit.platform.launcher.TestExecutionListener;

/**
 * Stands where Maven is while a worker warms up: what Surefire makes of our test becomes an event, as it will be with the
 * tests of the user, and nobody is told.
 */
final class WarmUpListener implements TestReportListener<TestOutputReportEntry> {
    /** Surefire's listener to the JUnit Platform, from 3.2 to 3.6. Its first parameter is whom it reports to. */
    private static final String LISTENER = "org.apache.maven.surefire.junitplatform.RunListenerAdapter";

    private WarmUpListener() {}

    /** Surefire's listener, one that no other launcher uses. */
    static TestExecutionListener listener() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(LISTENER).getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Object[] arguments = new Object[constructor.getParameterCount()];
        arguments[0] = new WarmUpListener();
        return (TestExecutionListener) constructor.newInstance(arguments);
    }

    private static void drop(ReportKind kind, ReportEntry entry) {
        EventCodec.encode(new Reported(kind, Reports.of(entry, true, null)));
    }

    @Override
    public void testSetStarting(TestSetReportEntry entry) {
        drop(ReportKind.SET_STARTING, entry);
    }

    @Override
    public void testSetCompleted(TestSetReportEntry entry) {
        drop(ReportKind.SET_COMPLETED, entry);
    }

    @Override
    public void testStarting(ReportEntry entry) {
        drop(ReportKind.STARTING, entry);
    }

    @Override
    public void testSucceeded(ReportEntry entry) {
        drop(ReportKind.SUCCEEDED, entry);
    }

    // Our test does nothing of what follows.

    @Override
    public void testAssumptionFailure(ReportEntry entry) {}

    @Override
    public void testError(ReportEntry entry) {}

    @Override
    public void testFailed(ReportEntry entry) {}

    @Override
    public void testSkipped(ReportEntry entry) {}

    @Override
    public void testExecutionSkippedByUser() {}

    @Override
    public void writeTestOutput(TestOutputReportEntry entry) {}

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {}

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public void info(String message) {}

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public void warning(String message) {}

    @Override
    public boolean isErrorEnabled() {
        return false;
    }

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable t) {}

    @Override
    public void error(Throwable t) {}
}
