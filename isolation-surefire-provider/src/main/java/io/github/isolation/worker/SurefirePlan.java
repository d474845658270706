package io.github.isolation.worker;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which plan of JUnit's is the one that Surefire runs: of all listeners of ours in this JVM, it is the first to hear that a plan
 * is executed. Those that hear so before it has ended belong to launchers that tests have started (L19). Thread-safe.
 */
final class SurefirePlan {
    private final AtomicReference<@Nullable Object> listener = new AtomicReference<>();
    private volatile boolean one;

    /** The plan that this listener follows begins; says whether it is Surefire's. */
    boolean begin(Object who) {
        return listener.compareAndSet(null, who);
    }

    /** Whether none was begun before this one, in this worker; asked once for each. */
    boolean isFirst() {
        boolean first = !one;
        one = true;
        return first;
    }

    /** Whether this listener follows Surefire's plan. */
    boolean isFollowedBy(Object who) {
        return listener.get() == who;
    }

    /** Whether it runs; who looks for tests meanwhile is one of them. */
    boolean isRunning() {
        return listener.get() != null;
    }

    /** The plan that this listener follows has ended; says whether it was Surefire's. */
    boolean end(Object who) {
        return listener.compareAndSet(who, null);
    }
}
