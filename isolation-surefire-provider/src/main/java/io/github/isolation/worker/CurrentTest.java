package io.github.isolation.worker;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JUnit Platform's unique id of the test a thread runs. The platform tells our listener of a test just before it tells
 * Surefire's, in the same thread: that is how a report of Surefire's gets the unique id it does not have. Thread-safe.
 */
final class CurrentTest {
    private record Begun(String id, boolean container) {}

    /** A thread that is gone is in no other's way. */
    private final Map<Thread, Begun> last = Collections.synchronizedMap(new WeakHashMap<>());

    void begins(String id, boolean container) {
        last.put(Thread.currentThread(), new Begun(id, container));
    }

    /** The thread that has begun a test, and nothing after it; null if there is none. From any thread. */
    @Nullable
    Thread threadOf(String id) {
        synchronized (last) {
            for (Map.Entry<Thread, Begun> entry : last.entrySet()) {
                if (id.equals(entry.getValue().id())) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    /** Whether it is a container: nothing in it has begun in this thread, so what is reported now is of itself. */
    boolean isContainer() {
        Begun begun = last.get(Thread.currentThread());
        return begun != null && begun.container();
    }

    /** The test that runs in this thread, or ran last; null where no platform engine runs. */
    @Nullable
    String id() {
        Begun begun = last.get(Thread.currentThread());
        return begun == null ? null : begun.id();
    }
}
