package io.github.isolation.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What tests take. Surefire's provider for the JUnit Platform measures it by the wall clock, which somebody may set meanwhile; its
 * other providers leave it to Maven, which may hear of the begin and the end of a test in the same moment. Thread-safe.
 */
final class Stopwatch {
    /** A clock that differs from the other by more was set; less may lie between two looks. */
    private static final long SET_MILLIS = 100;

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** @param alone whether nothing else of the same name was running */
    private record Start(long nanos, long wallMillis, boolean alone) {}

    private final Map<String, Start> running = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;
    private final LongSupplier wallClock;

    Stopwatch() {
        this(System::nanoTime, System::currentTimeMillis);
    }

    Stopwatch(LongSupplier nanoClock, LongSupplier wallClock) {
        this.nanoClock = nanoClock;
        this.wallClock = wallClock;
    }

    /** Something of this name begins. */
    void begins(String name) {
        running.merge(
                name,
                new Start(nanoClock.getAsLong(), wallClock.getAsLong(), true),
                (before, now) -> new Start(0, 0, false));
    }

    /** It has ended: how many milliseconds it took, of which Surefire says this; null if nobody knows. */
    @Nullable
    Integer ends(String name, @Nullable Integer told) {
        Start start = running.remove(name);
        if (start == null || !start.alone) {
            return told == null ? null : Integer.valueOf(Math.max(0, told));
        }
        long took = (nanoClock.getAsLong() - start.nanos) / NANOS_PER_MILLI;
        long byTheWall = wallClock.getAsLong() - start.wallMillis;
        return told == null || Math.abs(byTheWall - took) > SET_MILLIS ? Integer.valueOf((int) took) : told;
    }
}
