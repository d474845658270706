package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import java.util.List;

/** Closes the books: on a class whose worker is done with it, and on a worker that is gone with a class in its hands. */
final class Accounts {
    private final Settings settings;
    private final WorkQueue queue;
    private final HandOut handOut;
    private final Ledger ledger;
    private final Deaths deaths;
    private final Audit audit;
    private final Outbox out;
    private boolean skipping;
    private boolean cancelled;

    Accounts(
            Settings settings,
            WorkQueue queue,
            HandOut handOut,
            Ledger ledger,
            Deaths deaths,
            Audit audit,
            Outbox out) {
        this.audit = audit;
        this.settings = settings;
        this.queue = queue;
        this.handOut = handOut;
        this.ledger = ledger;
        this.deaths = deaths;
        this.out = out;
    }

    /** From here on, what was planned and has not begun need not run ({@code skipAfterFailureCount}). */
    void skipRest() {
        skipping = true;
    }

    /** Maven has ended the fork: nothing is begun any more, whoever could go on with it. */
    void cancel(long nowMillis) {
        cancelled = true;
        queue.noneLeft();
        handOut.refuseRest(deaths.endedByMaven(), nowMillis);
    }

    /** The end of everything: nobody is asked any more how far he came. */
    void fail(List<Lane> lanes, String why, long nowMillis) {
        cancelled = true;
        queue.noneLeft();
        for (Lane lane : lanes) {
            queue.putBack(lane.offer().withdraw());
            ClassRun run = lane.takeRun();
            boolean owes = run.isUnfinished() || !run.inFlight().names().isEmpty();
            out.hold(
                    run,
                    owes
                            ? run.interrupt(deaths.supervisorFailed(why), false, nowMillis)
                            : run.complete(false, nowMillis));
            release(run);
        }
        handOut.refuseRest(deaths.supervisorGone(why), nowMillis);
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isSkipping() {
        return skipping;
    }

    /** The worker says it is done with its class. */
    void complete(Lane lane, long nowMillis) {
        ClassRun run = lane.takeRun();
        if (run.isOutOfOrder() && !skipping && !cancelled && handOut.mayGoOn()) {
            lane.forgetRunIds();
            run.resume();
            queue.putBack(run);
            return;
        }
        if (skipping) {
            audit.excused(run.className());
        } else if (audit.isSuspicious(run.className())) {
            out.hold(run, run.neverHeardOf(nowMillis));
        }
        out.hold(run, run.complete(!skipping, nowMillis));
        release(run);
    }

    /** The worker goes on by itself to one of the classes it was offered; false if it was not. */
    boolean goesOn(Lane lane, String className, long nowMillis) {
        ClassRun next = lane.offer().accept(className);
        if (next == null) {
            return false;
        }
        if (lane.run().isUntouched()) {
            lane.offer().postpone(lane.handBack().afresh());
        } else {
            complete(lane, nowMillis);
        }
        audit.handed(className);
        lane.hand(next, nowMillis);
        return true;
    }

    /** The worker asks for another class than those it was offered. */
    void asks(Lane lane) {
        queue.putBack(lane.offer().decline());
    }

    /** The class in hand wants a worker that has run no others: neither it nor what was offered with it was begun. */
    void needsFreshWorker(Lane lane) {
        lane.mustRetire("for a class that needs a fresh worker");
        queue.putBack(lane.offer().withdraw());
        if (!lane.run().className().isEmpty()) { // said once by each engine that knows the class
            queue.putBack(lane.handBack());
        }
    }

    /** A spare is gone that ran no test: no test is to blame, and none is lost. */
    void settleSpare(Lane spare, Spares spares, DeathReason verdict, long nowMillis) {
        DeathReason reason = started(verdict, spare);
        spares.gone(spare);
        if (handOut.isForArchive(reason, spare)) {
            deaths.describe(reason, spare, spare.run(), false).ifPresent(out::relay);
        } else if (reason.isCrash() || reason instanceof DeathReason.LaunchFailed) {
            spares.giveUp();
            out.relay(deaths.ofSpare(reason, spare));
        }
        handOut.serve(nowMillis);
    }

    /** The worker found no way to the tests of its class; it asks for another. */
    void undiscoverable(Lane lane, Event.Undiscoverable event, long nowMillis) {
        ClassRun run = lane.run();
        if (run.hasPlan()) {
            out.hold(run, run.neverBegan(deaths.neverBegan(event.cause()), nowMillis));
        } else {
            ledger.undiscoverable();
            out.hold(run, run.undiscoverable(deaths.undiscoverable(event.cause()), nowMillis));
        }
        if (event.stop()) {
            queue.putBack(lane.offer().withdraw());
            handOut.refuseRest(deaths.stopped(run.className()), nowMillis);
        }
    }

    /** The worker is gone: who is to blame, and who goes on with what it had in hand? */
    void settle(Lane lane, DeathReason verdict, long nowMillis) {
        DeathReason reason = started(deaths.explain(verdict, lane), lane);
        boolean forArchive = handOut.isForArchive(reason, lane);
        boolean classUnknown = lane.run().isUntouched() && lane.offer().isMade();
        queue.putBack(classUnknown ? lane.offer().decline() : lane.offer().withdraw());
        ClassRun run = lane.takeRun();
        List<Event> held = lane.heldErrors().release();
        if (!(reason.isCrash() || reason instanceof DeathReason.TimedOut)) {
            held.forEach(out::relay);
        }
        deaths.describe(reason, lane, run, classUnknown).ifPresent(out::relay);
        if (reason instanceof DeathReason.Retired retired) {
            ledger.retired(retired.why());
            out.hold(run, run.retire(deaths.report(reason, lane), nowMillis));
        } else if (reason instanceof DeathReason.LaunchFailed) {
            ledger.launchFailed();
            if (!forArchive) {
                handOut.launchFailed(lane);
            }
        } else if (reason.isCrash() || reason instanceof DeathReason.TimedOut) {
            ledger.died(reason);
            if (reason.cameFromOutside()) {
                run.excuseDeath();
            }
            boolean mayGoOn = handOut.mayGoOn() && !lane.hasTimedOut(run);
            CrashReport report = deaths.report(reason, lane);
            if (classUnknown) {
                // It died while it discovered several classes. Whose fault that is will be seen when each runs alone.
                out.relay(report.onConsole());
                run.mustRunAlone();
                queue.putBack(run.afresh());
            } else if (lane.isEndedFor(run)) {
                out.hold(run, run.interrupt(report, mayGoOn, nowMillis));
            } else {
                run.grantAnotherWorker(); // the class before it took too long
                out.hold(run, run.retire(report, nowMillis));
            }
        }
        if (run.canResume() && !cancelled && handOut.mayGoOn() && !lane.hasTimedOut(run)) {
            run.resume();
            queue.putBack(run);
        } else if (!queue.holds(run)) {
            // What nobody will go on with is an error each, never a silence.
            boolean owes = run.isUnfinished() && !skipping;
            out.hold(
                    run,
                    owes ? run.interrupt(deaths.abandoned(reason), false, nowMillis) : run.complete(false, nowMillis));
            release(run);
        }
        if (cancelled) {
            handOut.refuseRest(deaths.endedByMaven(), nowMillis); // what it was offered
        } else if (!handOut.mayGoOn()) {
            handOut.refuseRest(deaths.givingUp(ledger, reason, lane), nowMillis);
        }
        if (!forArchive) {
            handOut.orderIsKnown(); // otherwise the next worker tells
        }
        handOut.serve(nowMillis);
    }

    /**
     * A worker that leaves politely without having asked for a class, while there are classes, did not really start: its
     * provider or an engine of it cannot be made, and the next one is not going to fare better.
     */
    private DeathReason started(DeathReason reason, Lane lane) {
        return reason instanceof DeathReason.Finished finished && !lane.hasAsked() && queue.mayHaveMore()
                ? new DeathReason.LaunchFailed(finished.obituary())
                : ArchiveDoubt.explain(reason, lane);
    }

    /** The run is over: Maven hears of it in one piece, and what failed in it may get another attempt, after all others. */
    private void release(ClassRun run) {
        out.release(run);
        boolean isClass = !run.className().isEmpty();
        if (isClass
                && !skipping
                && !cancelled
                && handOut.mayGoOn()
                && run.failures().deservesAnother(settings.reruns())) {
            queue.addRerun(run.again());
        }
    }
}
