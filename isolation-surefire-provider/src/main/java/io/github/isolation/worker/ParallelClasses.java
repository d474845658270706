package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;
import io.github.isolation.fork.ForkProperties;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final AtomicBoolean SEEN = new AtomicBoolean();

    private ParallelClasses() {}

    /** Of importance in the first worker of an execution, and with one fork: with more, stock does the same. */
    static void look(TestPlan plan, WorkerChannel channel) {
        boolean oneFork = "1".equals(AtStart.property(ForkProperties.FORKS));
        if (!oneFork || !IsolationProvider.isInFirstWorker() || SEEN.getAndSet(true)) {
            return;
        }
        try {
            compare(plan, channel);
        } catch (RuntimeException | Error e) {
            Guard.failed("see whether JUnit is to run classes in parallel", e);
        }
    }

    private static void compare(TestPlan plan, WorkerChannel channel) {
        ConfigurationParameters wanted = NewerJUnit.configuration(plan);
        String classes = wanted.get(CLASSES).or(() -> wanted.get(METHODS)).orElse("same_thread");
        if (wanted.getBoolean(ENABLED).orElse(false) && classes.equalsIgnoreCase("concurrent")) {
            channel.tell(new Logged(
                    LogLevel.WARNING,
                    "isolation: JUnit is to run classes in parallel. Here it runs the methods of a class in parallel, and"
                            + " one class after the other; forkCount runs classes side by side.",
                    null));
        }
    }
}
