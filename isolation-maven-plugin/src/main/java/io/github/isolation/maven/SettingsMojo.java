package io.github.isolation.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The settings that no goal acts upon. The extension reads them, or hands them to the forks as system properties; they are
 * declared here so that Maven knows them, documents them, and shows with {@code -X} what it was told.
 *
 * <p>Written by SettingsTextTest from the list of settings, which is the place to change something.
 */
abstract class SettingsMojo extends IsolationMojo {
    /**
     * When fixtures are restored: before each new worker, before each class ({@code everyClass}), or not before the
     * next build ({@code never}).
     */
    @Parameter(property = "isolation.reseed", defaultValue = "onReplace")
    private @Nullable String reseed;

    /**
     * When to check that tests left fixtures unchanged that they only link to or share: after each class, which names
     * the class to blame, or once at the end ({@code afterRun}).
     */
    @Parameter(property = "isolation.verifyFixtures", defaultValue = "everyClass")
    private @Nullable String verifyFixtures;

    /** Whether the private copies of fixtures are kept that belong to tests which fail. */
    @Parameter(property = "isolation.keepOnFailure", defaultValue = "false")
    private @Nullable String keepOnFailure;

    /**
     * Whether a failed test costs its worker: a class with a failure is the last one of its worker
     * ({@code afterClass}), or even the rest of that class runs in a fresh one ({@code immediately}).
     */
    @Parameter(property = "isolation.retireOnFailure", defaultValue = "never")
    private @Nullable String retireOnFailure;

    /**
     * A fresh worker after so many classes; 0 means never. Surefire's {@code reuseForks=false} means 1, unless this is
     * set.
     */
    @Parameter(property = "isolation.retireEveryClasses", defaultValue = "0")
    private @Nullable String retireEveryClasses;

    /** A fresh worker, between two classes, when the heap is fuller than this after a garbage collection. */
    @Parameter(property = "isolation.retireAboveHeap")
    private @Nullable String retireAboveHeap;

    /**
     * How many workers are started in advance, so that a replacement is ready at once; 0 means none. A fork gets a
     * second one only if its classes end faster than a JVM starts.
     */
    @Parameter(property = "isolation.spares")
    private @Nullable String spares;

    /**
     * Whether several forks share a class: with {@code tail}, a fork that has nothing left to run takes over tests that
     * another has not begun; and of several machines, each may have a part of a class that takes longer than its share.
     * {@code @SplitClass} and {@code @WholeClass} say it of one class.
     */
    @Parameter(property = "isolation.splitClasses", defaultValue = "never")
    private @Nullable String splitClasses;

    /**
     * Whether workers start from a class-data archive, which is made once, in the background, and kept in the cache
     * directory; with {@code suite}, one of the jars of the tests' class path as well.
     */
    @Parameter(property = "isolation.archive", defaultValue = "true")
    private @Nullable String archive;

    /**
     * How long one test may take. One that takes longer is an error with a thread dump; its worker is replaced, and the
     * rest runs. {@code @TimeLimit} on a class wins.
     */
    @Parameter(property = "isolation.testTimeout")
    private @Nullable String testTimeout;

    /**
     * How long one class may take in one worker. The rest of one that takes longer is not run; all other classes are.
     * {@code @TimeLimit} on a class wins.
     */
    @Parameter(property = "isolation.classTimeout")
    private @Nullable String classTimeout;

    /**
     * A test that is still running after this is named on the console, with the line of code it is at; so is one that
     * still waits for a lock.
     */
    @Parameter(property = "isolation.slowAfter", defaultValue = "60s")
    private @Nullable String slowAfter;

    /** How long a worker that is told to end may take before it is ended by force, with all its descendants. */
    @Parameter(property = "isolation.gracePeriod", defaultValue = "5s")
    private @Nullable String gracePeriod;

    /**
     * After so many crashes the rest is reported as errors that say "not run". Unless set: after ten crashes in a row
     * with no test passing in between.
     */
    @Parameter(property = "isolation.maxCrashes")
    private @Nullable String maxCrashes;

    /**
     * What to do about what a class leaves behind: name it, fail the build, or nothing. That is threads which are not
     * daemons (except with Spring, Quarkus and Micronaut, whose applications outlive a class), child processes, and
     * deleted files of 1 MiB or more that are still open (Linux). Where each class has a fresh worker, only processes
     * count, unless this is set.
     */
    @Parameter(property = "isolation.leaks", defaultValue = "warn")
    private @Nullable String leaks;

    /**
     * Threads that are meant to stay, such as those of a server that all classes share. {@code *} stands for any text:
     * {@code eventLoop-*}.
     */
    @Parameter(property = "isolation.leaksIgnore")
    private @Nullable List<String> leaksIgnore;

    /**
     * What becomes of the others when the tests of a class cannot be found, which is an error in any case: they run, or
     * nothing else begins ({@code stop}).
     */
    @Parameter(property = "isolation.discoveryErrors", defaultValue = "report")
    private @Nullable String discoveryErrors;

    /**
     * Runs the same classes in the same order, in the same forks and workers, as in the run that has left this record;
     * with {@code #worker=7} behind the path, what that worker ran, up to its first failed test.
     */
    @Parameter(property = "isolation.replay")
    private @Nullable String replay;

    /** Runs only the classes with tests that failed, crashed or were not run in the last recorded run. */
    @Parameter(property = "isolation.rerun")
    private @Nullable String rerun;

    /** Names of ports: each fork gets a free one of its own for each name. */
    @Parameter(property = "isolation.ports")
    private @Nullable List<String> ports;

    /** Whether JUnit's {@code @ResourceLock} and {@code @Isolated} hold across forks. */
    @Parameter(property = "isolation.crossForkLocks", defaultValue = "false")
    private @Nullable String crossForkLocks;

    /** Whether {@code java.io.tmpdir} is a directory of each fork's own. */
    @Parameter(property = "isolation.isolateTmpdir", defaultValue = "true")
    private @Nullable String isolateTmpdir;

    /**
     * Whether {@code user.home}, and {@code HOME} for programs that tests start, is a directory of each fork's own.
     */
    @Parameter(property = "isolation.isolateUserHome", defaultValue = "false")
    private @Nullable String isolateUserHome;

    /** Whether relative paths begin in a directory of each fork's own, and not in that of the module. */
    @Parameter(property = "isolation.isolateWorkingDirectory", defaultValue = "false")
    private @Nullable String isolateWorkingDirectory;

    /** System properties that name a directory, such as {@code derby.system.home}: each fork gets one of its own. */
    @Parameter(property = "isolation.isolate")
    private @Nullable List<String> isolate;

    /** Whether a worker sees only its share of the processors, and takes no more than its share of the memory. */
    @Parameter(property = "isolation.sizeToShare", defaultValue = "false")
    private @Nullable String sizeToShare;

    /**
     * Which Surefire and Failsafe run the tests if no POM names a version: the newest that this plugin was tested with,
     * unless Maven's own is newer; or Maven's own in any case ({@code keep}).
     */
    @Parameter(property = "isolation.surefireVersion", defaultValue = "tested")
    private @Nullable String surefireVersion;

    /**
     * How often a run says how far it is: classes done, those that run, failures, and the time that is left if most
     * classes have run before. {@code 0s} means never; {@code mvn -q} shows none of it.
     */
    @Parameter(property = "isolation.progress", defaultValue = "30s")
    private @Nullable String progress;

    /** How many records of earlier builds stay, beside those of the present one. */
    @Parameter(property = "isolation.keepRuns", defaultValue = "10")
    private @Nullable String keepRuns;

    /**
     * Where records, and how long each class took, are kept as well, out of reach of {@code mvn clean}: a directory
     * that CI caches, for example. Each module has a directory of its own in it.
     */
    @Parameter(property = "isolation.historyDirectory")
    private @Nullable String historyDirectory;

    /** Whether a page that shows what happened is made at the end of a build that ran tests. */
    @Parameter(property = "isolation.report", defaultValue = "true")
    private @Nullable String report;

    /** What a Java agent in the workers writes down of each test, for a report of what tests share. */
    @Parameter(property = "isolation.audit")
    private @Nullable List<String> audit;

    /** How long findings may be tried out after the tests, in workers of their own; with {@code 0s}, none is. */
    @Parameter(property = "isolation.auditBudget", defaultValue = "2m")
    private @Nullable String auditBudget;

    /**
     * Which part of the tests this machine runs: the second of five; the one that CI's own variables say
     * ({@code auto}); or none at all, but a plan for five machines is made ({@code plan/5}).
     */
    @Parameter(property = "isolation.shard")
    private @Nullable String shard;

    /**
     * The plan that was made by {@code plan/5}; or where to write it, which is
     * {@code target/isolation/shard-plan.jsonl} unless this is set. Paths begin where Maven was started.
     */
    @Parameter(property = "isolation.shardPlan")
    private @Nullable String shardPlan;

    /** What tells the shards of one build from those of another: the same on all machines. */
    @Parameter(property = "isolation.shardRun")
    private @Nullable String shardRun;

    /** What tells shards of one build apart that run the same tests in another way, such as {@code jdk21}. */
    @Parameter(property = "isolation.shardGroup")
    private @Nullable String shardGroup;

    /** Which attempt at this shard it is, from 1: of several, {@code isolation:merge} takes the highest. */
    @Parameter(property = "isolation.shardAttempt")
    private @Nullable String shardAttempt;

    /** For how long a machine may be silent before others get the classes that it has taken from the queue. */
    @Parameter(property = "isolation.queueLease", defaultValue = "30s")
    private @Nullable String queueLease;

    /**
     * Whether it is found out after the tests why some of them failed: alone, because of what ran before them in their
     * JVM, or because of what ran beside them. With a record, or the last one, only what failed there is looked at, and
     * no other test is run.
     */
    @Parameter(property = "isolation.verdict", defaultValue = "never")
    private @Nullable String verdict;

    /** How long that may take, for all failures of an execution together. */
    @Parameter(property = "isolation.verdictBudget", defaultValue = "5m")
    private @Nullable String verdictBudget;

    /** How many workers may be started for it, for all failures of an execution together. */
    @Parameter(property = "isolation.verdictRuns", defaultValue = "500")
    private @Nullable String verdictRuns;

    /**
     * With how many forks the suite is run again after the tests, in three orders each, to see whether its results are
     * the same each time.
     */
    @Parameter(property = "isolation.proof")
    private @Nullable List<String> proof;

    /** All that is set, by the name of the property, in the form that the forks read. */
    final Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "isolation.reseed", reseed);
        put(all, "isolation.verifyFixtures", verifyFixtures);
        put(all, "isolation.keepOnFailure", keepOnFailure);
        put(all, "isolation.retireOnFailure", retireOnFailure);
        put(all, "isolation.retireEveryClasses", retireEveryClasses);
        put(all, "isolation.retireAboveHeap", retireAboveHeap);
        put(all, "isolation.spares", spares);
        put(all, "isolation.splitClasses", splitClasses);
        put(all, "isolation.archive", archive);
        put(all, "isolation.testTimeout", testTimeout);
        put(all, "isolation.classTimeout", classTimeout);
        put(all, "isolation.slowAfter", slowAfter);
        put(all, "isolation.gracePeriod", gracePeriod);
        put(all, "isolation.maxCrashes", maxCrashes);
        put(all, "isolation.leaks", leaks);
        put(all, "isolation.leaksIgnore", joined(leaksIgnore));
        put(all, "isolation.discoveryErrors", discoveryErrors);
        put(all, "isolation.replay", replay);
        put(all, "isolation.rerun", rerun);
        put(all, "isolation.ports", joined(ports));
        put(all, "isolation.crossForkLocks", crossForkLocks);
        put(all, "isolation.isolateTmpdir", isolateTmpdir);
        put(all, "isolation.isolateUserHome", isolateUserHome);
        put(all, "isolation.isolateWorkingDirectory", isolateWorkingDirectory);
        put(all, "isolation.isolate", joined(isolate));
        put(all, "isolation.sizeToShare", sizeToShare);
        put(all, "isolation.surefireVersion", surefireVersion);
        put(all, "isolation.progress", progress);
        put(all, "isolation.keepRuns", keepRuns);
        put(all, "isolation.historyDirectory", historyDirectory);
        put(all, "isolation.report", report);
        put(all, "isolation.audit", joined(audit));
        put(all, "isolation.auditBudget", auditBudget);
        put(all, "isolation.shard", shard);
        put(all, "isolation.shardPlan", shardPlan);
        put(all, "isolation.shardRun", shardRun);
        put(all, "isolation.shardGroup", shardGroup);
        put(all, "isolation.shardAttempt", shardAttempt);
        put(all, "isolation.queueLease", queueLease);
        put(all, "isolation.verdict", verdict);
        put(all, "isolation.verdictBudget", verdictBudget);
        put(all, "isolation.verdictRuns", verdictRuns);
        put(all, "isolation.proof", joined(proof));
        return all;
    }

    private static void put(Map<String, String> all, String property, @Nullable String value) {
        if (value != null) {
            all.put(property, value);
        }
    }

    private static @Nullable String joined(@Nullable List<String> values) {
        return values == null
                ? null
                : values.stream().map(value -> Objects.toString(value, "")).collect(Collectors.joining(","));
    }
}
