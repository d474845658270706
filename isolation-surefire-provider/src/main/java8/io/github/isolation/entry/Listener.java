package io.github.isolation.entry;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** What the JUnit Platform's launcher finds: our listener, or, in a JVM that is too old for it, one that does nothing. */
public final class Listener implements TestExecutionListener {
    private static final String OURS = "io.github.isolation.worker.GuardedListener";

    private final @Nullable TestExecutionListener target;

    /** For this JVM. */
    public Listener() {
        this(Floor.version());
    }

    Listener(int version) {
        target = Floor.create(TestExecutionListener.class, OURS, version);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (target != null) {
            target.testPlanExecutionStarted(plan);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (target != null) {
            target.testPlanExecutionFinished(plan);
        }
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        if (target != null) {
            target.dynamicTestRegistered(test);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (target != null) {
            target.executionStarted(test);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (target != null) {
            target.executionFinished(test, result);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (target != null) {
            target.executionSkipped(test, reason);
        }
    }
}
