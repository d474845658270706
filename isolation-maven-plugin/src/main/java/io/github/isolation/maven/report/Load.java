package io.github.isolation.maven.report;

import java.util.Arrays;

/**
 * How many cores something keeps busy, on the average, while it runs alone: 0 if it only waits, 1 if it computes, more if it does so
 * in several threads. When more is wanted than there is, computing takes longer, and waiting does not. Pure.
 */
final class Load {
    private static final int MOST_ROUNDS = 40;
    private static final double CLOSE = 0.002;

    private Load() {}

    /** How many times as long as alone something takes whose computing takes so many times as long. */
    static double pace(double load, double slowdown) {
        double computing = Math.min(1, load);
        return 1 - computing + computing * slowdown;
    }

    /** How many cores it wants meanwhile, on the average: what computes for longer wants one for longer. */
    static double wanting(double load, double slowdown) {
        return load >= 1 ? load : load * slowdown / pace(load, slowdown);
    }

    /** How many times as long computing takes for each of these while all of them run at once. */
    static double[] slowdowns(double[] loads, int cores) {
        double[] slowdowns = new double[loads.length];
        Arrays.fill(slowdowns, 1);
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > CLOSE; round++) {
            Crowd crowd = new Crowd(cores);
            for (int i = 0; i < loads.length; i++) {
                crowd.add(wanting(loads[i], slowdowns[i]));
            }
            change = 0;
            for (int i = 0; i < loads.length; i++) {
                double slowdown = crowd.slowdown(wanting(loads[i], slowdowns[i]));
                change = Math.max(change, Math.abs(slowdown - slowdowns[i]));
                slowdowns[i] = slowdown;
            }
        }
        return slowdowns;
    }
}
