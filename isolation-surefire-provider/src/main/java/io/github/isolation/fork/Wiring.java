package io.github.isolation.fork;

import java.util.List;

/** What the Maven plugin and the supervisor agree on: how the one hands the user's wishes to the other. */
public final class Wiring {
    /** System property: how many workers at a time. Present when the extension wired Surefire, absent by hand. */
    public static final String FORK_COUNT = "isolation.forkCount";

    /** System property: {@code true} where the fork is to be left alone although this jar is on its class path. */
    public static final String SKIP = "isolation.skip";

    /** System property: the user's own argLine, which is for the workers. */
    public static final String WORKER_ARG_LINE = "isolation.worker.argLine";

    /** Stands where the user wrote {@code ${surefire.forkNumber}}; Surefire leaves it alone, the supervisor does not. */
    public static final String FORK_NUMBER = "@isolation.forkNumber@";

    /** System property: the names of the {@code <ports>} of the POM, separated by commas. */
    public static final String PORTS = "isolation.ports";

    /** System property: the ids of the {@code <fixtures>} of the POM, separated by commas. */
    public static final String DECLARED_FIXTURES = "isolation.declaredFixtures";

    /** System property: what Surefire adds to names in its reports. */
    public static final String REPORT_SUFFIX = "isolation.reports.suffix";

    /** System property: why Surefire's reports are none that can be compared with anything. */
    public static final String REPORTS_UNLIKE = "isolation.reports.unlike";

    /** Stands where the user wrote <code>${isolation.port.NAME}</code>: only the fork knows its ports. */
    public static String portPlaceholder(String name) {
        return "@" + ForkProperties.PORT_PREFIX + name + "@";
    }

    /**
     * The supervisor's own JVM options: it relays bytes, so it needs neither a large heap nor an optimizing compiler nor
     * more than one thread to collect garbage, and most of its code runs too seldom to be compiled at all. 64 MiB hold
     * thirty times the events it lets wait (2 MiB). A JVM takes one collector only, and JAVA_TOOL_OPTIONS may have chosen
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
            "-Xmx64m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0");

    private Wiring() {}
}
