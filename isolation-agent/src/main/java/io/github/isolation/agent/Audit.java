package io.github.isolation.agent;

import io.github.isolation.agent.RunningTests.Running;
import org.jspecify.annotations.Nullable;

/**
 * What the listener of a worker tells the agent. It calls by reflection, since it is on the class path of the tests in any case,
 * and this jar is not: so the names here are known to the provider's {@code audit} package.
 */
public final class Audit {
    private static volatile @Nullable Audit current;

    private final RunningTests tests;
    private final FindingsFile findings;
    private final TestState state;

    Audit(RunningTests tests, FindingsFile findings, TestState state) {
        this.tests = tests;
        this.findings = findings;
        this.state = state;
    }

    static void begin(Audit audit) {
        current = audit;
    }

    /**
     * Called by the thread that runs a test or a class, before it does.
     *
     * @param className the class
     * @param method the test; empty for the class itself
     */
    public static void begins(String className, String method) {
        Audit audit = current;
        if (audit != null) {
            Running begun = audit.tests.begins(className, method.isEmpty() ? null : method, audit.findings::test);
            audit.state.begins(begun, audit.tests.last() == RunningTests.SEVERAL);
        }
    }

    /** Called by the same thread when what began last is over. */
    public static void ends() {
        Audit audit = current;
        if (audit != null) {
            boolean several = audit.tests.last() == RunningTests.SEVERAL;
            Running ended = audit.tests.ends();
            if (ended != null) {
                audit.state.ends(ended, several);
            }
        }
    }

    /** Called once in a worker in which nobody is going to call the others. */
    public static void nobodyTells(String why) {
        Audit audit = current;
        if (audit != null) {
            audit.findings.nothing("which test does what: " + why);
        }
    }
}
