package io.github.isolation.worker;

import org.jspecify.annotations.Nullable;

/**
 * The JUnit Platform's unique id of the test a thread runs. The platform tells our listener of a test just before it tells
 * Surefire's, in the same thread: that is how a report of Surefire's gets the unique id it does not have.
 */
final class CurrentTest {
    private static final ThreadLocal<String> ID = new ThreadLocal<>();

    private CurrentTest() {}

    static void begins(String id) {
        ID.set(id);
    }

    /** The test that runs in this thread, or ran last; null where no platform engine runs. */
    static @Nullable String id() {
        return ID.get();
    }
}
