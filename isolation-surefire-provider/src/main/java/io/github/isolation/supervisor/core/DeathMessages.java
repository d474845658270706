package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitCaller;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.List;
import java.util.Optional;

/** DeathMessages in words: for the console, and for the tests that are to blame or to suffer. */
final class DeathMessages {
    private static final String SERVICE_ENDED = "io.github.isolation.ServiceEnded";
    private static final String NOT_RUN = CrashReport.NOT_RUN;

    private final Settings settings;

    DeathMessages(Settings settings) {
        this.settings = settings;
    }

    /** A verdict with what the worker itself printed taken into account. */
    DeathReason explain(DeathReason verdict, Worker worker) {
        if (!(verdict instanceof DeathReason.Crashed crash)) {
            return verdict;
        }
        boolean gaveUp =
                worker.lastWords().tail().stream().anyMatch(line -> line.contains("java.lang.OutOfMemoryError"));
        boolean killed = crash.exit() != null && crash.exit().killedForMemory();
        return gaveUp || killed ? new DeathReason.OutOfMemory(crash.exit()) : verdict;
    }

    /** The console line of a death, unless it is one of the expected ones. */
    Optional<Logged> describe(DeathReason reason, Worker worker, Slice slice, boolean discovering) {
        String who = "isolation: the worker of fork " + worker.fork();
        if (isOdd(reason)) {
            String end = reason.exit() == null
                    ? " and then did not exit in time: it was ended"
                    : " and then ended with " + cause(reason);
            return warning(who + " had said goodbye" + end
                    + ". All its results are in; look at shutdown hooks and native libraries.");
        }
        if (reason instanceof DeathReason.LaunchFailed) {
            return warning(who + " did not start: " + cause(reason)
                    + quoted(worker.lastWords().ofItsStart()));
        }
        if (reason instanceof DeathReason.TimedOut t) {
            return warning(who + " was ended: " + t.detail());
        }
        if (reason instanceof DeathReason.ServiceFailed failed) {
            return warning("isolation: " + failed.detail());
        }
        if (!reason.isCrash() && !(reason instanceof DeathReason.ServiceEnded)) {
            return Optional.empty();
        }
        List<String> inFlight = slice.inFlight().names();
        String where = inFlight.isEmpty() ? slice.className() : String.join(" and ", inFlight);
        boolean after = inFlight.isEmpty() && slice.isThrough();
        String when = discovering
                ? "while it looked for the tests of several classes"
                : where.isEmpty() ? "between two classes" : (after ? "after " : "in ") + where;
        return reason instanceof DeathReason.ServiceEnded ended
                ? warning(who + " was ended " + when + ": " + ended.detail())
                : warning(who + " crashed " + when + ": " + cause(reason));
    }

    /** The console line of a service that ended when no test could have used it. */
    Logged serviceEnded(Input.ServiceEnded ended) {
        return new Logged(
                LogLevel.WARNING,
                "isolation: " + ended.what() + ", between two classes; it is started again for the next. "
                        + ended.lastWords(),
                null);
    }

    /** What is said of a fork in which a service does not run, while other forks go on. */
    Logged outOfService(int fork) {
        return new Logged(
                LogLevel.WARNING,
                "isolation: fork " + fork + " is out of service; the other forks run what is left",
                null);
    }

    /** The console line of a worker that died before it was used. */
    Logged ofSpare(DeathReason reason, Worker spare) {
        return new Logged(
                LogLevel.WARNING,
                "isolation: a worker that was started ahead for fork " + spare.fork() + " ended unused: "
                        + cause(reason)
                        + ". From here on workers are started when they are needed. If two workers of a fork"
                        + " cannot live at the same time (a fixed port in argLine, say), set <spares>0</spares>"
                        + " (isolation.spares)" + tail(spare),
                null);
    }

    /** What is said of a fork that starts no worker any more, while others do. */
    Logged outOfService(int fork, int failures) {
        return new Logged(
                LogLevel.WARNING,
                "isolation: fork " + fork + " is out of service after " + failures
                        + " workers in a row that did not start; the other forks run what is left",
                null);
    }

    /** What the tests in flight are told. */
    CrashReport report(DeathReason reason, Worker worker) {
        String who = "The worker JVM of fork " + worker.fork();
        if (reason instanceof DeathReason.TimedOut t) {
            return new CrashReport(
                    CrashReport.TIMED_OUT,
                    who + " was ended: " + t.detail() + ".",
                    worker.lastWords().dump());
        }
        if (reason instanceof DeathReason.Retired r) {
            return new CrashReport(NOT_RUN, who + " retired (" + r.why() + ") while this test was running.", null);
        }
        if (reason instanceof DeathReason.ServiceEnded ended) {
            return new CrashReport(SERVICE_ENDED, ended.detail(), null);
        }
        ExitCaller caller = reason instanceof DeathReason.Crashed c ? c.exitCaller() : null;
        return new CrashReport(
                CrashReport.CRASHED,
                who + " crashed: " + cause(reason) + tail(worker),
                caller == null ? null : caller.stack());
    }

    /** What the classes are told that are not run because the end has come. */
    CrashReport givingUp(RunStatistics statistics, DeathReason last, Worker worker) {
        if (last instanceof DeathReason.ServiceFailed failed) {
            return new CrashReport(NOT_RUN, "Not run: " + failed.detail(), null);
        }
        boolean launch = last instanceof DeathReason.LaunchFailed;
        String message = launch
                ? "Not run: no worker starts any more. What is known of the last one: " + cause(last)
                        + quoted(worker.lastWords().ofItsStart())
                        + " Check argLine, which workers are started with and Surefire's own fork is not, the options in JAVA_TOOL_OPTIONS,"
                        + " and the JVM in use."
                : "Not run: " + settings.crashLimit().describe(statistics);
        return new CrashReport(NOT_RUN, message, null);
    }

    /** What the tests are told that were left of a class, and that no further worker is going to be given. */
    CrashReport abandoned(DeathReason reason) {
        if (reason instanceof DeathReason.Cancelled) {
            return endedByMaven();
        }
        return reason instanceof DeathReason.Retired retired
                ? new CrashReport(
                        NOT_RUN,
                        "Not run: the worker retired (" + retired.why()
                                + ") again before its class had come any further.",
                        null)
                : givenUp();
    }

    /** What the tests are told that were running, or waiting, when Maven ended the fork. */
    CrashReport endedByMaven() {
        return new CrashReport(
                NOT_RUN,
                "Not run: Maven ended the fork. Look at forkedProcessTimeoutInSeconds, and whether the build was stopped.",
                null);
    }

    /** What the tests are told that were running when the supervisor failed. */
    CrashReport supervisorFailed(String why) {
        return new CrashReport(
                "io.github.isolation.SupervisorFailed", "The supervisor failed while this was running: " + why, null);
    }

    /** What the others are told then. */
    CrashReport supervisorGone(String why) {
        return new CrashReport(NOT_RUN, "Not run: the supervisor failed: " + why, null);
    }

    /** What a class is told whose tests could not be found. */
    CrashReport undiscoverable(Trace cause) {
        return new CrashReport(
                "io.github.isolation.DiscoveryError",
                "The tests of this class could not be found: " + cause.message(),
                cause.text());
    }

    /** What the tests of a class are told whose engine failed before the first of them had begun. */
    CrashReport neverBegan(Trace cause) {
        return new CrashReport(
                CrashReport.NOT_RUN,
                "Not run: the engine failed before the first test of this class: " + cause.message(),
                cause.text());
    }

    /** What the others are told if the user wants no others then. */
    CrashReport stopped(String className) {
        return new CrashReport(
                NOT_RUN,
                "Not run: the tests of " + className
                        + " could not be found, and isolation.discoveryErrors is 'stop'; with 'report' the rest runs.",
                null);
    }

    /** The same for those that Maven hands out later. */
    CrashReport givenUp() {
        return new CrashReport(
                NOT_RUN, "Not run: the workers kept dying; the first errors of this build say how and why.", null);
    }

    /** Whether it died after its goodbye by something that its marker does not explain, or did not die. */
    private static boolean isOdd(DeathReason reason) {
        ExitInfo exit = reason.exit();
        boolean expected = reason instanceof DeathReason.Finished || reason instanceof DeathReason.Retired;
        return expected && (exit == null || (exit.status() != 0 && !exit.retirementProved()));
    }

    private static String cause(DeathReason reason) {
        if (reason instanceof DeathReason.ProtocolBroken p) {
            return "it broke the protocol (" + p.message() + ")";
        }
        ExitInfo exit = reason.exit();
        if (reason instanceof DeathReason.OutOfMemory) {
            return exit == null ? "out of memory" : exit.describeOutOfMemory();
        }
        String end = exit == null ? "it closed its channel and did not exit" : exit.describe();
        ExitCaller caller = reason instanceof DeathReason.Crashed c ? c.exitCaller() : null;
        return end + (caller == null ? "" : "; System.exit was called by thread \"" + caller.thread() + "\"");
    }

    private static String tail(Worker worker) {
        return quoted(worker.lastWords().tail());
    }

    private static String quoted(List<String> lines) {
        return lines.isEmpty() ? "." : ". It last printed:\n  " + String.join("\n  ", lines) + "\n";
    }

    private static Optional<Logged> warning(String line) {
        return Optional.of(new Logged(LogLevel.WARNING, line, null));
    }
}
