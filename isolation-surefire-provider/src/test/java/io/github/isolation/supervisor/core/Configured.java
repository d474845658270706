package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Limits;

/** Settings of simulated executions: those of a user who asked for nothing but what is said here. */
final class Configured {
    private static final int PLENTY = 1_000_000;

    private int forks;
    private boolean mavenFeeds;
    private boolean orderFromWorker;
    private RetirePolicy retire = RetirePolicy.NEVER;
    private CrashLimit crashLimit = CrashLimit.ofAll(PLENTY);
    private Limits limits = Limits.NONE;
    private int reruns;
    private boolean tidies;
    private int spares;
    private PlanSharing sharing = PlanSharing.NONE;
    private Splitting splitting = Splitting.NEVER;

    private Configured(int forks) {
        this.forks = forks;
    }

    static Configured forks(int forks) {
        return new Configured(forks);
    }

    /** With a Maven that hands out the classes it has one fork, as each of Surefire's forks. */
    Configured fedByMaven(boolean feeds) {
        mavenFeeds = feeds;
        forks = feeds ? 1 : forks;
        return this;
    }

    /** Several machines take classes from a queue; each has its forks. */
    Configured fedByQueue() {
        mavenFeeds = true;
        return this;
    }

    /** The first worker says in which order the classes run. */
    Configured orderedByWorker() {
        orderFromWorker = true;
        return this;
    }

    Configured retiring(RetirePolicy policy) {
        retire = policy;
        return this;
    }

    Configured maxCrashes(int crashes) {
        crashLimit = CrashLimit.ofAll(crashes);
        return this;
    }

    /** How long a test, and a class in a worker, may take. */
    Configured limits(long testMillis, long classMillis) {
        limits = new Limits(testMillis, classMillis, 0);
        return this;
    }

    Configured reruns(int more) {
        reruns = more;
        return this;
    }

    Configured tidying() {
        tidies = true;
        return this;
    }

    Configured spares(int most) {
        spares = most;
        return this;
    }

    /** Workers that can are offered several classes for one plan. */
    Configured sharing(PlanSharing plans) {
        sharing = plans;
        return this;
    }

    /** Forks share classes. */
    Configured splitting(Splitting which) {
        splitting = which;
        return this;
    }

    Settings settings() {
        return new Settings(
                1,
                forks,
                mavenFeeds,
                orderFromWorker,
                retire,
                crashLimit,
                limits,
                reruns,
                0,
                tidies,
                spares,
                sharing,
                splitting);
    }
}
