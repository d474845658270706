package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A time in which a fork did one thing, as it was recorded, and what that would have been on a machine with nothing else to do: of
 * what computed while others did, too, it took the longer the more of them there were.
 */
final class Stretch {
    private static final int MOST_ROUNDS = 40;
    private static final double CLOSE = 0.002;

    /** A machine that is busy for this part of the time is busy: nobody counts what the system itself takes, and what it forgets. */
    private static final double BUSY = 0.97;

    private final double from;
    private final double to;
    private final double used;
    private double slowdown = 1;
    private double sum;

    /**
     * As recorded; milliseconds.
     *
     * @param used cores that it kept busy, on the average
     */
    Stretch(double from, double to, double used) {
        this.from = from;
        this.to = Math.max(from, to);
        this.used = used >= 1 ? used : Math.min(1, used / BUSY);
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    /** Milliseconds that it would have taken alone. */
    double millis() {
        double computing = Math.min(1, wanting());
        return (to - from) * (1 - computing + computing / slowdown);
    }

    /** See {@link Load}. */
    double load() {
        double millis = millis();
        return millis == 0 ? 0 : Math.min(most(), used * (to - from) / millis);
    }

    private double wanting() {
        return Math.min(most(), used * slowdown);
    }

    /** What was not seen to keep several cores busy is taken for one thread. */
    private double most() {
        return Math.max(1, used);
    }

    /**
     * Finds how much they slowed each other down: by how many wanted a core at each moment, which depends on how much longer each of
     * them took.
     */
    static void resolve(List<Stretch> all, int cores) {
        List<Stretch> byBegin = new ArrayList<>(all);
        byBegin.sort((one, other) -> Double.compare(one.from, other.from));
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > CLOSE; round++) {
            for (Stretch one : all) {
                one.sum = 0;
            }
            sweep(byBegin, cores);
            change = 0;
            for (Stretch one : all) {
                double slowdown = one.to > one.from ? one.sum / (one.to - one.from) : 1;
                change = Math.max(change, Math.abs(slowdown - one.slowdown));
                one.slowdown = slowdown;
            }
        }
    }

    /** From moment to moment, between which nothing begins or ends. */
    private static void sweep(List<Stretch> byBegin, int cores) {
        List<Stretch> running = new ArrayList<>();
        int next = 0;
        double now = 0;
        while (next < byBegin.size() || !running.isEmpty()) {
            double until = next < byBegin.size() ? byBegin.get(next).from : Double.MAX_VALUE;
            for (Stretch one : running) {
                until = Math.min(until, one.to);
            }
            pass(running, until - now, cores);
            now = until;
            for (int i = running.size() - 1; i >= 0; i--) {
                if (running.get(i).to <= now) {
                    running.remove(i);
                }
            }
            for (; next < byBegin.size() && byBegin.get(next).from <= now; next++) {
                if (byBegin.get(next).to > now) {
                    running.add(byBegin.get(next));
                }
            }
        }
    }

    private static void pass(List<Stretch> running, double millis, int cores) {
        Crowd crowd = new Crowd(cores);
        for (Stretch one : running) {
            crowd.add(one.wanting());
        }
        for (Stretch one : running) {
            one.sum += millis * crowd.slowdown(one.wanting());
        }
    }
}
