package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.ExitStatus;

/**
 * Whether the class-data archive is what keeps workers from starting. The first that dies on its way to its first class puts
 * it in doubt: from then on workers start without. Only one that comes further proves that it was the archive; if none does,
 * something else is wrong, and the archive stays where it is.
 */
final class ArchiveDoubt {
    private final Outbox out;
    private int lastBefore = Integer.MAX_VALUE;
    private boolean blamed;

    ArchiveDoubt(Outbox out) {
        this.out = out;
    }

    /** A verdict with the archive taken into account: a JVM that it breaks may come as far as to greet. */
    static DeathReason explain(DeathReason reason, Worker worker) {
        boolean early = reason instanceof DeathReason.Crashed crash && !worker.hasAsked() && isFromArchive(crash);
        return early ? new DeathReason.LaunchFailed(reason.exit()) : reason;
    }

    /** Whether this death is the archive's for now, and nobody else is to be judged by it. */
    boolean takes(DeathReason reason, int serial, int lastSerial) {
        if (!(reason instanceof DeathReason.LaunchFailed) || !isFromArchive(reason) || serial > lastBefore) {
            return false;
        }
        if (lastBefore == Integer.MAX_VALUE) {
            lastBefore = lastSerial;
            out.add(Effect.AboutArchive.DOUBT);
        }
        return true;
    }

    /** A worker asks for its first class. */
    void started(int serial) {
        if (serial > lastBefore && !blamed) {
            blamed = true;
            out.add(Effect.AboutArchive.BLAME);
        }
    }

    /** Code and constants of a damaged archive may do anything, also later. */
    void crashed(DeathReason reason) {
        if (reason.isCrash() && isFromArchive(reason)) {
            out.add(Effect.AboutArchive.EXAMINE);
        }
    }

    private static boolean isFromArchive(DeathReason reason) {
        boolean counts = reason.isCrash() || reason instanceof DeathReason.LaunchFailed;
        ExitInfo exit = reason.exit();
        return counts
                && exit != null
                && exit.fromArchive()
                && exit.status() != ExitStatus.NO_PROCESS // that it could not be started is no JVM's doing
                && !exit.killedFromOutside();
    }
}
