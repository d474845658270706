package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Limits;

/**
 * What the user asked for, as far as decisions depend on it.
 *
 * @param firstFork the number of the first fork: 1, or the fork's number where Surefire has a supervisor for every fork
 * @param forks how many workers at a time
 * @param mavenFeeds whether Maven hands out the classes, one by one, or all of them are known
 * @param orderFromWorker whether the first worker says in which order the classes run, because the user's run order depends
 *     on more than their names
 * @param retire when workers make room for fresh ones
 * @param crashLimit genuine crashes after which the rest is reported as not run
 * @param limits how long tests and classes may take
 * @param reruns how many more attempts a test that failed gets; 0 also where the worker's own provider does that
 * @param skipAfterFailureCount Surefire's parameter of this name; 0 means never
 * @param tidies whether something is to be done to a fork after every class, while its worker is idle
 * @param spares how many workers at most are started ahead of the retirement of another
 * @param sharing how many classes a worker may run in one plan of JUnit's, as stock Surefire's only fork does with all
 * @param splitting which classes several forks may share while they run
 */
public record Settings(
        int firstFork,
        int forks,
        boolean mavenFeeds,
        boolean orderFromWorker,
        RetirePolicy retire,
        CrashLimit crashLimit,
        Limits limits,
        int reruns,
        int skipAfterFailureCount,
        boolean tidies,
        int spares,
        PlanSharing sharing,
        Splitting splitting) {}
