package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;

/** How a worker ended, in words for the record. */
final class WorkerFate {
    private WorkerFate() {}

    /** Whether its process, if it was seen to exit, was started from a class-data archive. */
    static boolean isFromArchive(DeathReason reason) {
        ExitInfo exit = reason.exit();
        return exit != null && exit.fromArchive();
    }

    static String how(DeathReason reason) {
        if (reason instanceof DeathReason.Finished) {
            return "finished";
        } else if (reason instanceof DeathReason.Retired) {
            return "retired";
        } else if (reason instanceof DeathReason.OutOfMemory) {
            return "out of memory";
        } else if (reason instanceof DeathReason.TimedOut) {
            return "timed out";
        } else if (reason instanceof DeathReason.ServiceEnded) {
            return "service ended";
        } else if (reason instanceof DeathReason.ServiceFailed) {
            return "without a service";
        } else if (reason instanceof DeathReason.LaunchFailed) {
            return "did not start";
        } else if (reason instanceof DeathReason.ProtocolBroken) {
            return "protocol broken";
        }
        return reason instanceof DeathReason.Cancelled ? "cancelled" : "crashed";
    }

    /** Empty where there is nothing to say. */
    static String why(DeathReason reason) {
        if (reason instanceof DeathReason.Retired retired) {
            return retired.why();
        } else if (reason instanceof DeathReason.TimedOut timedOut) {
            return timedOut.detail();
        } else if (reason instanceof DeathReason.ServiceEnded ended) {
            return ended.detail();
        } else if (reason instanceof DeathReason.ServiceFailed failed) {
            return failed.detail();
        } else if (reason instanceof DeathReason.ProtocolBroken broken) {
            return broken.message();
        }
        ExitInfo exit = reason.interrupts() || reason instanceof DeathReason.LaunchFailed ? reason.exit() : null;
        return exit == null ? "" : exit.describe();
    }
}
