package io.github.isolation.fork;

import org.jspecify.annotations.Nullable;

/**
 * Which attempt at the tests of the present class this is. The one thing that a worker is told between tests: kept here, and in
 * a system property for programs and for our classes in another class loader. Thread-safe.
 */
public final class Attempt {
    private static @Nullable volatile Integer told;

    private Attempt() {}

    /** A class is handed out. In a worker, on the thread that listens to the supervisor. */
    public static void begin(int attempt) {
        told = attempt;
        try {
            System.setProperty(ForkProperties.ATTEMPT, Integer.toString(attempt));
        } catch (RuntimeException e) {
            // Tests may have properties that nobody may change.
        }
    }

    /** 1, or more where what failed is tried again. */
    public static int current() {
        Integer attempt = AtStart.isWorker() ? told : null;
        return attempt == null ? said() : attempt;
    }

    private static int said() {
        try {
            Integer attempt = Integer.getInteger(ForkProperties.ATTEMPT);
            return attempt == null ? 1 : attempt;
        } catch (RuntimeException e) {
            return 1;
        }
    }
}
