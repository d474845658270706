package io.github.isolation.supervisor.core;

/**
 * How many genuine crashes are too many. By default those in a row, with no test passing in between: such a machine, or such a
 * suite, does nothing but die. A number that the user sets counts all crashes.
 *
 * @param most from this many on, what is left is reported as not run
 * @param inARow whether a test that passes begins the count anew
 */
public record CrashLimit(int most, boolean inARow) {
    /** Where the user has set no number: a suite that dies in ten ways still gets through if anything works in between. */
    private static final int IN_A_ROW = 10;

    /** What holds unless the user says something else. */
    public static CrashLimit usual() {
        return new CrashLimit(IN_A_ROW, true);
    }

    /** The user's number, {@code isolation.maxCrashes}. */
    public static CrashLimit ofAll(int most) {
        return new CrashLimit(most, false);
    }

    /** Whether it is reached. */
    boolean isReached(RunStatistics statistics) {
        return (inARow ? statistics.crashesInARow() : statistics.crashes()) >= most;
    }

    /** The limit that was reached, in words, and what to do. */
    String describe(RunStatistics statistics) {
        return inARow
                ? most + " workers in a row crashed, and no test passed in between. Look at the crashes above;"
                        + " isolation.maxCrashes allows a number of crashes in all instead."
                : statistics.crashes() + " workers crashed, and isolation.maxCrashes is " + most
                        + ". Look at the crashes above, or raise isolation.maxCrashes.";
    }
}
