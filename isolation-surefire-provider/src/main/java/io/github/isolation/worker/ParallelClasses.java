package io.github.isolation.worker;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.TestPlan;

/**
 * Says, once in an execution, what becomes of JUnit's parallel execution: stock Surefire's only fork makes one plan of all
 * classes, so they can run side by side in it; here each class is a plan of its own, as it is with several forks of stock.
 */
final class ParallelClasses {
    private static final String ENABLED = "junit.jupiter.execution.parallel.enabled";
    private static final String METHODS = "junit.jupiter.execution.parallel.mode.default";
    private static final String CLASSES = "junit.jupiter.execution.parallel.mode.classes.default";

    private ParallelClasses() {}

    /** At the first plan of an execution, and with one fork: with more, stock does the same. */
    static void look(TestPlan firstOfThisWorker, WorkerSession session) {
        if (!session.settings().onlyFork() || !session.execution().isInFirstWorker()) {
            return;
        }
        try {
            compare(firstOfThisWorker, session);
        } catch (RuntimeException | Error e) {
            session.guard().failed("see whether JUnit is to run classes in parallel", e);
        }
    }

    private static void compare(TestPlan plan, WorkerSession session) {
        ConfigurationParameters wanted = NewerJUnit.configuration(plan, session.execution());
        String classes = wanted.get(CLASSES).or(() -> wanted.get(METHODS)).orElse("same_thread");
        if (wanted.getBoolean(ENABLED).orElse(false) && classes.equalsIgnoreCase("concurrent")) {
            session.supervisor()
                    .tell(new Logged(
                            LogLevel.WARNING,
                            "isolation: JUnit is to run classes in parallel. Here it runs the methods of a class in parallel, and"
                                    + " one class after the other; forkCount runs classes side by side.",
                            null));
        }
    }
}
