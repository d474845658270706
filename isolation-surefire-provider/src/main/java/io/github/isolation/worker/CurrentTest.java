package io.github.isolation.worker;

import org.jspecify.annotations.Nullable;

/**
 * The JUnit Platform's unique id of the test a thread runs. The platform tells our listener of a test just before it tells
 * Surefire's, in the same thread: that is how a report of Surefire's gets the unique id it does not have.
 */
final class CurrentTest {
    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private CurrentTest() {}

    /** Whether what began last is a container: nothing in it has begun, so what is reported now is of itself. */
    private static final ThreadLocal<Boolean> CONTAINER = new ThreadLocal<>();

    static void begins(String id, boolean container) {
        ID.set(id);
        CONTAINER.set(container);
    }

    static boolean isContainer() {
        return Boolean.TRUE.equals(CONTAINER.get());
    }

    /** The test that runs in this thread, or ran last; null where no platform engine runs. */
    static @Nullable String id() {
        return ID.get();
    }
}
