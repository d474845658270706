package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import java.util.ServiceLoader;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says, after a look at the first plan of a worker, that others may hold several classes: if Jupiter is the only engine, which
 * finds each class in one place, and if it runs one after the other.
 */
final class BatchingCheck {
    private static final String JUPITER = "[engine:junit-jupiter]";

    private BatchingCheck() {}

    /** @param parallel whether JUnit runs tests of one JVM side by side */
    static void look(TestPlan firstOfThisWorker, boolean parallel, WorkerSession session) {
        if (parallel || !session.execution().maySharePlans()) {
            return;
        }
        try {
            if (suits(firstOfThisWorker)) {
                session.supervisor().tell(new Event.SharesPlans());
            }
        } catch (RuntimeException | Error e) {
            session.guard().failed("see whether classes may share a plan", e); // so they do not
        }
    }

    private static boolean suits(TestPlan plan) {
        long engines = ServiceLoader.load(TestEngine.class).stream().limit(2).count();
        boolean jupiter =
                plan.getRoots().stream().map(TestIdentifier::getUniqueId).allMatch(JUPITER::equals);
        // Surefire's provider opens a session for every plan of several; who listens to sessions expects one.
        return engines == 1 && jupiter && !NewerJUnit.hasSessionListeners();
    }
}
