package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays a run, as the supervisor does it: the next class goes to the first fork that is free. What runs at once shares the cores: see
 * {@link Load}. Pure; milliseconds.
 *
 * @param end when the last fork was through
 * @param busy how long each fork was
 */
record Schedule(long end, List<Long> busy) {
    /**
     * Plays it.
     *
     * @param order what is handed out
     * @param costs what else there is: how long forks take to start, and how many cores there are
     * @param splits whether a fork for which nothing is left gets half of what another one still has to do, as long as there are
     *     tests to share. This costs nothing here, and halves are never uneven: it is a lower bound
     */
    static Schedule play(List<Work> order, Costs costs, int forks, boolean splits) {
        return new Play(order, costs, forks, splits).play();
    }

    /** A fork, and what it still has to do: alone, that would take {@code left}. */
    private static final class Fork {
        double left;
        double load;
        double slowdown = 1;
        double busy;

        /** Of how many tests that is, and how much of it may be given away; nobody can halve the longest. */
        int tests;

        double spare;
        boolean idle;
        boolean begun;
    }

    private static final class Play {
        /** Halves of less are not worth handing out. */
        private static final double WORTH_SPLITTING = 20;

        private static final double NOTHING = 1e-6;

        private final Iterator<Work> order;
        private final int cores;
        private final boolean splits;
        private final Fork[] forks;
        private double now;
        private double end;

        Play(List<Work> order, Costs costs, int number, boolean splits) {
            this.order = order.iterator();
            this.cores = costs.cores();
            this.splits = splits;
            this.forks = new Fork[number];
            for (int i = 0; i < number; i++) {
                forks[i] = new Fork();
                // For one that gets nothing no worker is started.
                forks[i].idle = !splits && i >= order.size();
                forks[i].left = costs.start(i);
                forks[i].load = costs.startLoad();
            }
        }

        Schedule play() {
            for (List<Fork> running = handOut(); !running.isEmpty(); running = handOut()) {
                pass(running);
            }
            List<Long> busy = new ArrayList<>();
            for (Fork fork : forks) {
                busy.add(Math.round(fork.busy));
            }
            return new Schedule(Math.round(end), busy);
        }

        /** Whoever has nothing to do gets something, and is idle if there is nothing; returns the others. */
        private List<Fork> handOut() {
            List<Fork> running = new ArrayList<>(forks.length);
            for (Fork fork : forks) {
                if (!fork.idle && fork.left <= NOTHING) {
                    // One that got nothing kept nobody waiting, however long it took to start.
                    end = fork.begun ? now : end;
                    fork.idle = !takesNext(fork) && !takesHalf(fork);
                    fork.begun = true;
                }
            }
            for (Fork fork : forks) {
                if (!fork.idle) {
                    running.add(fork);
                }
            }
            return running;
        }

        private boolean takesNext(Fork fork) {
            if (!order.hasNext()) {
                return false;
            }
            Work work = order.next();
            fork.left = work.cost();
            fork.load = work.load();
            fork.tests = work.tests();
            fork.spare = work.cost() - work.longest();
            return true;
        }

        /** Which test is where is not asked: the longest stays, and of the others any may go. */
        private boolean takesHalf(Fork fork) {
            Fork from = splits ? busiest() : null;
            double part = from == null ? 0 : Math.min(from.left / 2, from.spare);
            if (from == null || part < WORTH_SPLITTING) {
                return false;
            }
            fork.left = part;
            fork.load = from.load;
            fork.tests = from.tests / 2;
            fork.spare = part;
            from.left -= part;
            from.tests -= fork.tests;
            from.spare -= part;
            return true;
        }

        private @Nullable Fork busiest() {
            Fork busiest = null;
            for (Fork fork : forks) {
                boolean canGive = fork.begun && !fork.idle && fork.tests > 1 && fork.spare >= WORTH_SPLITTING;
                if (canGive && (busiest == null || fork.left > busiest.left)) {
                    busiest = fork;
                }
            }
            return busiest;
        }

        /** Until one of them is through. */
        private void pass(List<Fork> running) {
            double[] loads = new double[running.size()];
            for (int i = 0; i < loads.length; i++) {
                loads[i] = running.get(i).load;
            }
            double[] slowdowns = Load.slowdowns(loads, cores);
            double millis = Double.MAX_VALUE;
            for (int i = 0; i < loads.length; i++) {
                Fork fork = running.get(i);
                fork.slowdown = Load.pace(fork.load, slowdowns[i]);
                millis = Math.min(millis, fork.left * fork.slowdown);
            }
            now += millis;
            for (Fork fork : running) {
                fork.left -= millis / fork.slowdown;
                fork.busy += fork.begun ? millis : 0;
            }
        }
    }
}
