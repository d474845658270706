package io.github.isolation.supervisor;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The clock on the wall, for what is compared with times of files and with Maven's. Somebody may set it back while tests run, so it
 * is compared with the one that only counts. One thread's.
 */
final class WallClock {
    /** Less is no setting: it may lie between two looks, or be the drift of an hour. */
    private static final long SET_MILLIS = 1_000;

    private final LongSupplier wallMillis;
    private final LongSupplier nanos;
    private long begin;

    WallClock() {
        this(System::currentTimeMillis, System::nanoTime);
    }

    WallClock(LongSupplier wallMillis, LongSupplier nanos) {
        this.wallMillis = wallMillis;
        this.nanos = nanos;
        begins();
    }

    /** From now on it is watched. */
    void begins() {
        begin = ahead();
    }

    /** Whether it shows less than what it showed at the beginning and what has passed since. */
    boolean isSetBack() {
        return begin - ahead() > SET_MILLIS;
    }

    long millis() {
        return wallMillis.getAsLong();
    }

    private long ahead() {
        return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }
}
