package io.github.isolation.maven;

import io.github.isolation.fork.PortBook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that are for the supervisor. The extension hands them to it as system properties of Surefire's fork; they
 * are declared here so that Maven knows them, documents them, and shows with {@code -X} what it was told.
 */
abstract class SupervisorMojo extends IsolationMojo {
    /**
     * When a failure makes a worker retire: {@code never}, {@code afterClass} (a class in which a test failed is the last
     * one of its worker), or {@code immediately} (the rest of the class runs in a fresh worker).
     */
    @Parameter(property = "isolation.retireOnFailure", defaultValue = "never")
    private @Nullable String retireOnFailure;

    /** A fresh worker after so many classes; 0 means never. {@code reuseForks=false} means 1. */
    @Parameter(property = "isolation.retireEveryClasses", defaultValue = "0")
    private int retireEveryClasses;

    /** A fresh worker when the heap is fuller than this after a collection, between two classes: {@code 80%}. */
    @Parameter(property = "isolation.retireAboveHeap")
    private @Nullable String retireAboveHeap;

    /** Genuine crashes before the rest is reported as not run; 4 × forkCount unless given. */
    @Parameter(property = "isolation.maxCrashes")
    private @Nullable Integer maxCrashes;

    /** How long one test may take, such as {@code 30s} or {@code 5m}; without it, for ever. */
    @Parameter(property = "isolation.testTimeout")
    private @Nullable String testTimeout;

    /** How long one class may take in one worker; without it, for ever. */
    @Parameter(property = "isolation.classTimeout")
    private @Nullable String classTimeout;

    /** After how long a test that is still running is named on the console, and after as long again; 0 means never. */
    @Parameter(property = "isolation.slowAfter", defaultValue = "60s")
    private @Nullable String slowAfter;

    /** How long a worker that is to end may take to do so before it is ended by force. */
    @Parameter(property = "isolation.gracePeriod", defaultValue = "5s")
    private @Nullable String gracePeriod;

    /**
     * What happens when a class leaves threads, processes or big deleted files behind: {@code warn}, {@code fail} (the build
     * fails), or {@code ignore}.
     */
    @Parameter(property = "isolation.leaks", defaultValue = "warn")
    private @Nullable String leaks;

    /**
     * How many workers may be started ahead, so that they are warm when another retires. Unless given, one for each fork, and
     * where there are cores that no fork uses, a second one for forks whose classes are over sooner than a JVM starts. 0
     * means none.
     */
    @Parameter(property = "isolation.spares")
    private @Nullable Integer spares;

    /** Whether workers start from a class-data archive, which is made once and kept in the cache directory. */
    @Parameter(property = "isolation.archive", defaultValue = "true")
    private boolean archive;

    /**
     * What happens when the tests of a class cannot be found: {@code report} (an error, and all other classes run), or
     * {@code stop} (an error, and what has not begun is not run).
     */
    @Parameter(property = "isolation.discoveryErrors", defaultValue = "report")
    private @Nullable String discoveryErrors;

    /** Whether the temporary files of a fork are in its own directory. */
    @Parameter(property = "isolation.isolateTmpdir", defaultValue = "true")
    private boolean isolateTmpdir;

    /** Whether {@code user.home}, and {@code HOME} for programs that tests start, is a directory of the fork's own. */
    @Parameter(property = "isolation.isolateUserHome", defaultValue = "false")
    private boolean isolateUserHome;

    /** Whether relative paths begin in a directory of the fork's own, rather than in that of the module. */
    @Parameter(property = "isolation.isolateWorkingDirectory", defaultValue = "false")
    private boolean isolateWorkingDirectory;

    /** System properties that name a directory, such as {@code derby.system.home}: each fork gets one of its own. */
    @Parameter(property = "isolation.isolate")
    private @Nullable List<String> isolate;

    /**
     * Whether a worker sees only its share of the processors, and takes as heap what a JVM takes by itself, or less where all
     * workers together would take more than 75 % of the memory.
     */
    @Parameter(property = "isolation.sizeToShare", defaultValue = "false")
    private boolean sizeToShare;

    /** Names of ports: each fork gets one of its own for each, as {@code isolation.port.NAME}. */
    @Parameter(property = "isolation.ports")
    private @Nullable List<String> ports;

    /** Whether JUnit's {@code @ResourceLock} and {@code @Isolated} hold across forks. */
    @Parameter(property = "isolation.crossForkLocks", defaultValue = "false")
    private boolean crossForkLocks;

    /** Whether the copies of fixtures ({@code @Fixture}) of tests that fail are kept. */
    @Parameter(property = "isolation.keepOnFailure", defaultValue = "false")
    private boolean keepOnFailure;

    /** What is wrong with them, as far as Maven does not see it. */
    final List<String> problems() {
        List<String> problems = new ArrayList<>();
        look("port", ports, PortBook.NAME, "not a name for a port: " + PortBook.NAME_RULE, problems);
        look("property", isolate, "[A-Za-z0-9._-]+", "not the name of a system property", problems);
        return problems;
    }

    private static void look(
            String element, @Nullable List<String> values, String form, String complaint, List<String> problems) {
        Set<String> seen = new HashSet<>();
        for (@Nullable String value : values == null ? List.<String>of() : values) {
            String text = value == null ? "" : value.strip();
            if (!text.matches(form)) {
                problems.add("<" + element + ">" + text + "</" + element + "> is " + complaint);
            } else if (!seen.add(text)) {
                problems.add("<" + element + ">" + text + "</" + element + "> is there twice");
            }
        }
    }

    /** What is in force, for {@code -X}. */
    final String supervisorParameters() {
        return new StringJoiner(", ")
                .add("retireOnFailure=" + retireOnFailure)
                .add("retireEveryClasses=" + retireEveryClasses)
                .add("retireAboveHeap=" + retireAboveHeap)
                .add("maxCrashes=" + maxCrashes)
                .add("testTimeout=" + testTimeout)
                .add("classTimeout=" + classTimeout)
                .add("slowAfter=" + slowAfter)
                .add("gracePeriod=" + gracePeriod)
                .add("leaks=" + leaks)
                .add("spares=" + spares)
                .add("archive=" + archive)
                .add("discoveryErrors=" + discoveryErrors)
                .add("isolateTmpdir=" + isolateTmpdir)
                .add("isolateUserHome=" + isolateUserHome)
                .add("isolateWorkingDirectory=" + isolateWorkingDirectory)
                .add("isolate=" + isolate)
                .add("sizeToShare=" + sizeToShare)
                .add("ports=" + ports)
                .add("crossForkLocks=" + crossForkLocks)
                .add("keepOnFailure=" + keepOnFailure)
                .toString();
    }
}
