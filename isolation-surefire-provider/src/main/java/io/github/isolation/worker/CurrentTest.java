package io.github.isolation.worker;

import org.jspecify.annotations.Nullable;

/**
 * The JUnit Platform's unique id of the test a thread runs. The platform tells our listener of a test just before it tells
 * Surefire's, in the same thread: that is how a report of Surefire's gets the unique id it does not have.
 */
final class CurrentTest {
    private record Begun(String id, boolean container) {}

    private static final ThreadLocal<Begun> LAST = new ThreadLocal<>();

    private CurrentTest() {}

    static void begins(String id, boolean container) {
        LAST.set(new Begun(id, container));
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
