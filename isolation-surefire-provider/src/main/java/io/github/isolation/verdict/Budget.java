package io.github.isolation.verdict;

import io.github.isolation.settings.VerdictTask;
import java.time.Duration;
import java.util.function.LongSupplier;

/** How many more trials are made. */
final class Budget {
    /** What a JVM takes to start, at most, on a machine that has something else to do. */
    private static final Duration START = Duration.ofSeconds(30);

    /** A class that another one has disturbed may take longer. */
    private static final int PATIENCE = 3;

    private final String setting;
    private final LongSupplier nanoTime;
    private final long until;
    private int runsLeft;

    /**
     * That ends in so much time from now, or after so many worker runs.
     *
     * @param setting by which there would be more time
     */
    Budget(Duration time, int runs, String setting, LongSupplier nanoTime) {
        this.setting = setting;
        this.nanoTime = nanoTime;
        this.until = nanoTime.getAsLong() + time.toNanos();
        this.runsLeft = runs;
    }

    /**
     * What somebody has given for it, from now on.
     *
     * @param lived how long the fork has lived
     * @param setting by which it was given
     */
    static Budget of(VerdictTask how, Duration lived, String setting) {
        return new Budget(how.budgetAfter(lived), how.runs(), how.settingOfTime(lived, setting), System::nanoTime);
    }

    /** By which there would have been more time. */
    String setting() {
        return setting;
    }

    /** How long is left. */
    private Duration left() {
        return Duration.ofNanos(Math.max(0, until - nanoTime.getAsLong()));
    }

    /** Whether a trial of so many workers, whose classes took so long, is to be made. */
    boolean takes(int workers, long millis) {
        if (workers > runsLeft || left().toMillis() <= millis) {
            return false;
        }
        runsLeft -= workers;
        return true;
    }

    /** How long such a trial may take. */
    Duration limit(long millis) {
        Duration usual = START.plusMillis(PATIENCE * millis);
        return usual.compareTo(left()) < 0 ? usual : left();
    }
}
