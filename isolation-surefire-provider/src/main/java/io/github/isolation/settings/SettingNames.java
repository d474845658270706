package io.github.isolation.settings;

import io.github.isolation.fork.ForkProperties;

/**
 * The system properties by which settings are given. Constants, because annotations want constants, and because a worker that
 * asks for one of them need not load {@link KnownSettings}.
 */
public final class SettingNames {
    public static final String ARCHIVE = "isolation.archive";
    public static final String AUDIT = "isolation.audit";
    public static final String AUDIT_ACCEPT = "isolation.auditAccept";
    public static final String AUDIT_BASELINE = "isolation.auditBaseline";
    public static final String AUDIT_BUDGET = "isolation.auditBudget";
    public static final String AUDIT_FAIL_ON = "isolation.auditFailOn";
    public static final String AUDIT_IGNORE = "isolation.auditIgnore";
    public static final String CACHE_DIRECTORY = ForkProperties.CACHE_DIRECTORY;
    public static final String CLASS_TIMES = "isolation.classTimes";
    public static final String CLASS_TIMEOUT = "isolation.classTimeout";
    public static final String CROSS_FORK_LOCKS = "isolation.crossForkLocks";
    public static final String DIRECTORY = ForkProperties.DIRECTORY;
    public static final String DISCOVERY_ERRORS = "isolation.discoveryErrors";
    public static final String FIXTURE = "isolation.fixture";
    public static final String FORMAT = "isolation.format";
    public static final String FORK_COUNT = "isolation.forkCount";
    public static final String GRACE_PERIOD = "isolation.gracePeriod";
    public static final String HISTORY_DIRECTORY = "isolation.historyDirectory";
    public static final String ISOLATE = "isolation.isolate";
    public static final String ISOLATE_TMPDIR = "isolation.isolateTmpdir";
    public static final String ISOLATE_USER_HOME = "isolation.isolateUserHome";
    public static final String ISOLATE_WORKING_DIRECTORY = "isolation.isolateWorkingDirectory";
    public static final String KEEP_ON_FAILURE = ForkProperties.KEEP_ON_FAILURE;
    public static final String KEEP_RUNS = "isolation.keepRuns";
    public static final String LEAKS = "isolation.leaks";
    public static final String LEAKS_IGNORE = "isolation.leaksIgnore";
    public static final String MAX_CRASHES = "isolation.maxCrashes";
    public static final String MAX_SIZE = "isolation.maxSize";
    public static final String OLDER_THAN = "isolation.olderThan";
    public static final String PORTS = "isolation.ports";
    public static final String PROGRESS = "isolation.progress";
    public static final String PROOF = "isolation.proof";
    public static final String QUEUE = "isolation.queue";
    public static final String QUEUE_LEASE = "isolation.queueLease";
    public static final String QUEUE_SERVER = "isolation.queueServer";
    public static final String REPLAY = "isolation.replay";
    public static final String RERUN = "isolation.rerun";
    public static final String REPORT = "isolation.report";
    public static final String RESEED = "isolation.reseed";
    public static final String RETIRE_ABOVE_HEAP = "isolation.retireAboveHeap";
    public static final String RETIRE_EVERY_CLASSES = "isolation.retireEveryClasses";
    public static final String RETIRE_ON_FAILURE = "isolation.retireOnFailure";
    public static final String RUN = ForkProperties.RUN;
    public static final String RUN_AS = "isolation.runAs";
    public static final String SHARD = "isolation.shard";
    public static final String SHARD_ATTEMPT = "isolation.shardAttempt";
    public static final String SHARD_GROUP = "isolation.shardGroup";
    public static final String SHARD_PLAN = "isolation.shardPlan";
    public static final String SHARD_RUN = "isolation.shardRun";
    public static final String SHARDS = "isolation.shards";
    public static final String SIZE_TO_SHARE = "isolation.sizeToShare";
    public static final String SKIP = "isolation.skip";
    public static final String SLOW_AFTER = ForkProperties.SLOW_AFTER;
    public static final String SPARES = "isolation.spares";
    public static final String SPLIT_CLASSES = "isolation.splitClasses";
    public static final String SUREFIRE_VERSION = "isolation.surefireVersion";
    public static final String TEST_TIMEOUT = "isolation.testTimeout";
    public static final String VERDICT = "isolation.verdict";
    public static final String VERDICT_BUDGET = "isolation.verdictBudget";
    public static final String VERDICT_RUNS = "isolation.verdictRuns";
    public static final String VERIFY_FIXTURES = "isolation.verifyFixtures";
    public static final String VERIFY_REPORTS = "isolation.verifyReports";
    public static final String WIRED_BY_HAND = "isolation.wiredByHand";

    private SettingNames() {}
}
