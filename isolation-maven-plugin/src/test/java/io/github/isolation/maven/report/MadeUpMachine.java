package io.github.isolation.maven.report;

import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.WorkerFact;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine that runs a suite, millisecond by millisecond: each fork computes for a while, then waits for a while; those that want to compute
 * share the cores. It knows nothing of how predictions are made, and leaves a record of what it did.
 */
final class MadeUpMachine {
    private static final double START_MILLIS = 500;
    private static final double REST_MILLIS = 80;

    /**
     * A class of tests.
     *
     * @param computing milliseconds on a core, all in all
     * @param waiting milliseconds, all in all
     * @param turns how often it computes, and then waits
     */
    record Suite(double computing, double waiting, int turns) {}

    private static final class Fork {
        final int number;
        int classes;
        String name = "";
        double begun;
        double used;
        double computes;
        double waits;
        double eachComputes;
        double eachWaits;
        int turns;
        double usedBefore;

        Fork(int number) {
            this.number = number;
        }

        boolean isThrough() {
            return turns == 0;
        }

        void begin(Suite suite) {
            turns = suite.turns();
            eachComputes = suite.computing() / turns;
            eachWaits = suite.waiting() / turns;
            computes = eachComputes;
            waits = eachWaits;
        }

        /** For a millisecond, in which it may have so much of a core. */
        void pass(double share) {
            if (computes > 0) {
                double done = Math.min(share, computes);
                used += done;
                computes -= done;
            } else {
                waits -= 1;
            }
            if (computes <= 0 && waits <= 0) {
                turns--;
                computes = eachComputes;
                waits = eachWaits;
            }
        }
    }

    private final SampleRuns record;
    private final List<Fork> forks = new ArrayList<>();
    private final List<Suite> classes;
    private final int cores;
    private long now;
    private int next;

    private MadeUpMachine(List<Suite> classes, int number, int cores) {
        this.classes = classes;
        this.cores = cores;
        this.record = SampleRuns.begun("r", number, cores);
        for (int i = 1; i <= number; i++) {
            forks.add(new Fork(i));
        }
    }

    /** What such a run would have written down. */
    static RunReport run(List<Suite> classes, int forks, int cores) {
        return new MadeUpMachine(classes, forks, cores).run();
    }

    private RunReport run() {
        for (Fork fork : forks) {
            record.and(WorkerFact.started(0, fork.number, fork.number, false));
            fork.begin(new Suite(START_MILLIS, 0, 1));
        }
        List<Fork> running = new ArrayList<>(forks);
        while (!running.isEmpty()) {
            long wanting = running.stream().filter(fork -> fork.computes > 0).count();
            double share = Math.min(1, cores / (double) Math.max(1, wanting));
            running.forEach(fork -> fork.pass(share));
            now++;
            running.removeIf(fork -> fork.isThrough() && isDone(fork));
        }
        record.end(now + (long) REST_MILLIS, "passed");
        return record.report();
    }

    /** It has no more to do, for there is nothing left. */
    private boolean isDone(Fork fork) {
        if (fork.name.isEmpty()) {
            record.and(WorkerFact.ready(now, fork.number, fork.number, false, (long) fork.used));
        } else {
            int used = (int) (fork.used - fork.usedBefore);
            record.and(new ClassEndFact(now, fork.name, fork.number, fork.number, (long) (now - fork.begun), used, 0));
        }
        fork.usedBefore = fork.used;
        if (next == classes.size()) {
            record.ended(fork.number, fork.number, now, (long) fork.used);
            return true;
        }
        fork.name = "a.C" + next + "Test";
        fork.begun = now;
        fork.begin(classes.get(next++));
        record.and(new ClassFact(now, fork.name, fork.number, fork.number, ++fork.classes, next, "whole", 1));
        return false;
    }
}
