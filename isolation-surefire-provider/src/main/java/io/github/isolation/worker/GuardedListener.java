package io.github.isolation.worker;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Around our listener: JUnit logs what a listener throws and goes on, and a test that the supervisor was to hear of would be
 * forgotten. Memory that tests have used up is the usual reason. So this worker ends, as a crash, which is seen. Runs wherever
 * the listener does.
 */
public final class GuardedListener implements TestExecutionListener {
    private final @Nullable WorkerSession session;
    private final TestExecutionListener guarded;

    /** Found by the JUnit Platform's launcher. */
    public GuardedListener() {
        this(WorkerSession.current());
    }

    private GuardedListener(@Nullable WorkerSession session) {
        this(session, session == null ? new TestExecutionListener() {} : new PlanListener(session));
    }

    GuardedListener(@Nullable WorkerSession session, TestExecutionListener guarded) {
        this.session = session;
        this.guarded = guarded;
    }

    /** @param what a constant: there may be no memory to make a text of it */
    private void failed(String what, Throwable thrown) {
        if (session == null) {
            return; // no fork runs this
        }
        if (thrown instanceof LinkageError) {
            session.guard().failed(what, thrown); // a JUnit of another shape: no test does that
        } else {
            session.supervisor().giveUp(what, thrown);
        }
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        try {
            guarded.testPlanExecutionStarted(plan);
        } catch (RuntimeException | Error e) {
            failed("follow the start of a plan", e);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        try {
            guarded.testPlanExecutionFinished(plan);
        } catch (RuntimeException | Error e) {
            failed("follow the end of a plan", e);
        }
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        try {
            guarded.dynamicTestRegistered(test);
        } catch (RuntimeException | Error e) {
            failed("follow a test that came up late", e);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        try {
            guarded.executionStarted(test);
        } catch (RuntimeException | Error e) {
            failed("follow the start of a test", e);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        try {
            guarded.executionFinished(test, result);
        } catch (RuntimeException | Error e) {
            failed("follow the end of a test", e);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        try {
            guarded.executionSkipped(test, reason);
        } catch (RuntimeException | Error e) {
            failed("follow a test that is skipped", e);
        }
    }
}
