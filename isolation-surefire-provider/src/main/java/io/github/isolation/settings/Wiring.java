package io.github.isolation.settings;

import io.github.isolation.fork.ForkProperties;
import java.util.List;

/** What the Maven plugin and the supervisor agree on: how the one hands the user's wishes to the other. */
public final class Wiring {
    /**
     * System property: the user's own argLine, which is for the workers, as the words that Surefire makes of it, one in a line. It
     * travels in Surefire's file of properties, where nobody reads quotes or backslashes into it, and that no process list shows.
     */
    public static final String WORKER_ARG_LINE = "isolation.worker.argLine";

    /** Begins the supervisor's option that says so; what follows is for Surefire, which looks for properties that are set twice. */
    public static final String ARG_LINE_MOVED = "-Disolation.argLineMoved=";

    /** Surefire looks for these, too, and tells its fork; they stay where they are, and are among the workers' words as well. */
    public static final List<String> NO_ASSERTIONS = List.of("-da", "-disableassertions");

    /** Stands where the user wrote {@code ${surefire.forkNumber}}; Surefire leaves it alone, the supervisor does not. */
    public static final String FORK_NUMBER = "@isolation.forkNumber@";

    /** System property: the ids of the {@code <fixtures>} of the POM, separated by commas. */
    public static final String DECLARED_FIXTURES = "isolation.declaredFixtures";

    /** System property: the ids of the {@code <services>} of the POM, separated by commas. */
    public static final String DECLARED_SERVICES = "isolation.declaredServices";

    /** System property: what Surefire adds to names in its reports. */
    public static final String REPORT_SUFFIX = "isolation.reports.suffix";

    /** System property: why Surefire's reports are none that can be compared with anything. */
    public static final String REPORTS_UNLIKE = "isolation.reports.unlike";

    /** System property: {@code true} where the user left open in which order classes run. */
    public static final String LONGEST_FIRST = "isolation.longestFirst";

    /** System property: {@code true} where Maven's own JVM shows how far a run is, in a line that goes with the terminal. */
    public static final String LIVE = "isolation.live";

    /** System property: the coordinates of the module, {@code groupId:artifactId}, for the record. */
    public static final String MODULE = "isolation.module";

    /** System property: which execution this is, as in {@code maven-surefire-plugin:3.5.6:default-test}, for the record. */
    public static final String EXECUTION = "isolation.execution";

    /** System property: the settings that were given with {@code -D}, separated by commas, for the record. */
    public static final String ON_COMMAND_LINE = "isolation.onCommandLine";

    /** System property: the file that {@code isolation.replay} names, as an absolute path. */
    public static final String REPLAYED_RECORD = "isolation.replayedRecord";

    /** System property: the file that {@code isolation.verdict} names, as an absolute path. */
    public static final String JUDGED_RECORD = "isolation.judgedRecord";

    /** System property: after so many seconds Maven ends the fork; there only if the user has set a limit. */
    public static final String FORK_TIMEOUT = "isolation.forkTimeout";

    /** System property: which part of the tests is to be run, as in {@code 2/5} or {@code plan/5}; never {@code auto}. */
    public static final String SHARD = "isolation.shard.number";

    /** System property: the plan of shards that was made before, as an absolute path. */
    public static final String SHARD_PLAN = "isolation.shard.plan";

    /** System property: where the modules of a build write down how much each shard has to do, as an absolute path. */
    public static final String SHARD_BOOK = "isolation.shard.book";

    /** System property: what tells the shards of this build from those of others. */
    public static final String SHARD_RUN = "isolation.shard.run";

    /** System property: what tells shards of one build apart that run the same tests otherwise. */
    public static final String SHARD_GROUP = "isolation.shard.group";

    /** System property: which attempt at a shard it is. */
    public static final String SHARD_ATTEMPT = "isolation.shard.attempt";

    /** System property: what tells this start of Maven from others. */
    public static final String SHARD_BUILD = "isolation.shard.build";

    /** System property: the address of the queue of classes that several machines share; there only if there is one. */
    public static final String QUEUE = "isolation.queue.url";

    /** System property: the {@code <server>} of settings.xml that has user and password for it; there only if the user names one. */
    public static final String QUEUE_SERVER = "isolation.queue.server";

    /** System property: the file with user and password from there, which whoever reads it deletes. */
    public static final String QUEUE_LOGIN = "isolation.queue.login";

    /** System property: {@code true} where a build passes when tests have failed ({@code testFailureIgnore}), and a queue is used. */
    public static final String FAILURES_IGNORED = "isolation.queue.failuresIgnored";

    /** System property: the jar of the driver for it. */
    public static final String QUEUE_DRIVER = "isolation.queue.driver";

    /** System property: the file that {@code isolation.classTimes} names, as an absolute path. */
    public static final String CLASS_TIMES = "isolation.classTimes.file";

    /** System property: the jar of the agent that makes an audit; there only if an audit or a verdict is asked for. */
    public static final String AUDIT_AGENT = "isolation.auditAgent";

    /** System property: why there is no such jar, where one could have been of use. */
    public static final String AUDIT_AGENT_PROBLEM = "isolation.auditAgent.problem";

    /** System property: the jars that an audit takes for the user's own, as a class path. */
    public static final String AUDIT_JARS = "isolation.auditJars";

    /** Stands where the user wrote <code>${isolation.port.NAME}</code>: only the fork knows its ports. */
    public static String portPlaceholder(String name) {
        return "@" + ForkProperties.PORT_PREFIX + name + "@";
    }

    /** The same for <code>${isolation.service.NAME}</code>, one of a service's properties. */
    public static String servicePlaceholder(String name) {
        return "@" + ForkProperties.SERVICE_PREFIX + name + "@";
    }

    /**
     * The supervisor's own JVM options: it relays bytes, so it needs neither a large heap nor an optimizing compiler nor
     * more than one thread to collect garbage, and most of its code runs too seldom to be compiled at all. A JVM takes one collector only, and JAVA_TOOL_OPTIONS may have chosen
     * another. The last two are for a JVM that starts in less time, and it may not know them: the JDK's own archive of
     * classes stays where it was made for instead of being moved, pointer by pointer, to a random address.
     */
    public static final List<String> SUPERVISOR_OPTIONS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:-UseG1GC",
            "-XX:-UseParallelGC",
            "-XX:-UseZGC",
            "-XX:-UseShenandoahGC",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:CompileThresholdScaling=10",
            "-Xms16m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    /** What is enough for one fork: thirty times what it lets wait (2 MiB), and five times what it holds of classes that run. */
    private static final int HEAP_MEGABYTES = 64;

    /** Each other worker may be in the middle of the largest message there is. */
    private static final int HEAP_PER_FORK_MEGABYTES = 8;

    private static final int MOST_FORKS = 1_000;

    /** How large the supervisor's heap may become. It does so if it must, not because it may. */
    public static String supervisorHeap(int forks) {
        return "-Xmx" + (HEAP_MEGABYTES + HEAP_PER_FORK_MEGABYTES * (Math.max(1, Math.min(forks, MOST_FORKS)) - 1))
                + "m";
    }

    /** Whether an option of the supervisor's command line is its own, where the user's argLine was moved away from there. */
    public static boolean isSupervisors(String option) {
        return SUPERVISOR_OPTIONS.contains(option) || (option.startsWith("-Xmx") && option.endsWith("m"));
    }

    private Wiring() {}

    /** One text of several words, none of which is empty: line breaks separate words, so there is none in a word. */
    public static String argLineOf(List<String> words) {
        return String.join("\n", words);
    }

    /** The words of such a text. */
    public static List<String> wordsOf(String argLine) {
        return argLine.isEmpty() ? List.of() : List.of(argLine.split("\n", -1));
    }
}
