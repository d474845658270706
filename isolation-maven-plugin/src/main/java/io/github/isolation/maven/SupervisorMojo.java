package io.github.isolation.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    private @Nullable String retireEveryClasses;

    /** A fresh worker when the heap is fuller than this after a collection, between two classes: {@code 80%}. */
    @Parameter(property = "isolation.retireAboveHeap")
    private @Nullable String retireAboveHeap;

    /** Genuine crashes before the rest is reported as not run; 4 × forkCount unless given. */
    @Parameter(property = "isolation.maxCrashes")
    private @Nullable String maxCrashes;

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
     * Names of threads that classes may leave behind, since they are meant to stay: a {@code *} stands for any text, as in
     * {@code multiThreadIoEventLoopGroup-*}.
     */
    @Parameter(property = "isolation.leaksIgnore")
    private @Nullable List<String> leaksIgnore;

    /**
     * How many workers may be started ahead, so that they are warm when another retires. Unless given, one for each fork, and
     * where there are cores that no fork uses, a second one for forks whose classes are over sooner than a JVM starts. 0
     * means none.
     */
    @Parameter(property = "isolation.spares")
    private @Nullable String spares;

    /** Whether workers start from a class-data archive, which is made once and kept in the cache directory. */
    @Parameter(property = "isolation.archive", defaultValue = "true")
    private @Nullable String archive;

    /**
     * What happens when the tests of a class cannot be found: {@code report} (an error, and all other classes run), or
     * {@code stop} (an error, and what has not begun is not run).
     */
    @Parameter(property = "isolation.discoveryErrors", defaultValue = "report")
    private @Nullable String discoveryErrors;

    /** Whether a fork has a directory of its own for temporary files. */
    @Parameter(property = "isolation.isolateTmpdir", defaultValue = "true")
    private @Nullable String isolateTmpdir;

    /** Whether {@code user.home}, and {@code HOME} for programs that tests start, is a directory of the fork's own. */
    @Parameter(property = "isolation.isolateUserHome", defaultValue = "false")
    private @Nullable String isolateUserHome;

    /** Whether relative paths begin in a directory of the fork's own, rather than in that of the module. */
    @Parameter(property = "isolation.isolateWorkingDirectory", defaultValue = "false")
    private @Nullable String isolateWorkingDirectory;

    /** System properties that name a directory, such as {@code derby.system.home}: each fork gets one of its own. */
    @Parameter(property = "isolation.isolate")
    private @Nullable List<String> isolate;

    /**
     * Whether a worker sees only its share of the processors, and takes as heap what a JVM takes by itself, or less where all
     * workers together would take more than 75 % of the memory.
     */
    @Parameter(property = "isolation.sizeToShare", defaultValue = "false")
    private @Nullable String sizeToShare;

    /** Names of ports: each fork gets one of its own for each, as {@code isolation.port.NAME}. */
    @Parameter(property = "isolation.ports")
    private @Nullable List<String> ports;

    /** Whether JUnit's {@code @ResourceLock} and {@code @Isolated} hold across forks. */
    @Parameter(property = "isolation.crossForkLocks", defaultValue = "false")
    private @Nullable String crossForkLocks;

    /** Whether the copies of fixtures ({@code @Fixture}) of tests that fail are kept. */
    @Parameter(property = "isolation.keepOnFailure", defaultValue = "false")
    private @Nullable String keepOnFailure;

    /**
     * Which version of Surefire and Failsafe runs the tests where no POM names one: {@code tested}, the newest that this plugin
     * was tested with, unless Maven's own is newer; or {@code keep}, Maven's own.
     */
    @Parameter(property = "isolation.surefireVersion", defaultValue = "tested")
    private @Nullable String surefireVersion;

    /** All that is set, by the name of the setting, in the form that the forks read. */
    final Map<String, String> settings() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "retireOnFailure", retireOnFailure);
        put(all, "retireEveryClasses", retireEveryClasses);
        put(all, "retireAboveHeap", retireAboveHeap);
        put(all, "maxCrashes", maxCrashes);
        put(all, "testTimeout", testTimeout);
        put(all, "classTimeout", classTimeout);
        put(all, "slowAfter", slowAfter);
        put(all, "gracePeriod", gracePeriod);
        put(all, "leaks", leaks);
        put(all, "leaksIgnore", joined(leaksIgnore));
        put(all, "spares", spares);
        put(all, "archive", archive);
        put(all, "discoveryErrors", discoveryErrors);
        put(all, "isolateTmpdir", isolateTmpdir);
        put(all, "isolateUserHome", isolateUserHome);
        put(all, "isolateWorkingDirectory", isolateWorkingDirectory);
        put(all, "isolate", joined(isolate));
        put(all, "sizeToShare", sizeToShare);
        put(all, "ports", joined(ports));
        put(all, "crossForkLocks", crossForkLocks);
        put(all, "keepOnFailure", keepOnFailure);
        put(all, "surefireVersion", surefireVersion);
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable String value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static @Nullable String joined(@Nullable List<String> values) {
        return values == null
                ? null
                : values.stream().map(value -> Objects.toString(value, "")).collect(Collectors.joining(","));
    }
}
