package io.github.isolation.worker;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JUnit Platform's unique id of the test a thread runs. The platform tells our listener of a test just before it tells
 * Surefire's, in the same thread: that is how a report of Surefire's gets the unique id it does not have.
 */
final class CurrentTest {
    private record Begun(String id, boolean container) {}

    private static final ThreadLocal<Begun> LAST = new ThreadLocal<>();

    /** The same for others who want to know where a test runs. A thread that is gone is in no other's way. */
    private static final Map<Thread, String> IDS = Collections.synchronizedMap(new WeakHashMap<>());

    private CurrentTest() {}

    static void begins(String id, boolean container) {
        LAST.set(new Begun(id, container));
        IDS.put(Thread.currentThread(), id);
    }

    /** The thread that has begun a test, and nothing after it; null if there is none. From any thread. */
    static @Nullable Thread threadOf(String id) {
        synchronized (IDS) {
            for (Map.Entry<Thread, String> entry : IDS.entrySet()) {
                if (id.equals(entry.getValue())) {
                    return entry.getKey();
                }
            }
        }
        return null;
    }

    /** Whether it is a container: nothing in it has begun in this thread, so what is reported now is of itself. */
    static boolean isContainer() {
        Begun last = LAST.get();
        return last != null && last.container();
    }

    /** The test that runs in this thread, or ran last; null where no platform engine runs. */
    static @Nullable String id() {
        Begun last = LAST.get();
        return last == null ? null : last.id();
    }
}
