package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import java.util.List;

/** A worker is gone: who is to blame, and who goes on with what it had in hand? */
final class Settlement {
    /** Whom a death is laid to. */
    enum Blame {
        /** Nobody: the worker left in an orderly way, or never had anything in hand. */
        NOBODY,
        /** The tests that were running: they are errors. */
        WHAT_WAS_RUNNING,
        /** Something else than what it had in hand, which runs on as if nothing had happened. */
        SOMETHING_ELSE,
        /** One of several classes, nobody knows which: that will be seen when each runs alone. */
        ONE_OF_SEVERAL
    }

    /**
     * What is known beside the death itself.
     *
     * @param looking whether the worker was looking for the tests of several classes
     * @param mayGoOn whether any worker is started any more
     * @param cancelled whether Maven has ended the fork
     * @param skipping whether what has not begun need not run
     */
    record Circumstances(boolean looking, boolean mayGoOn, boolean cancelled, boolean skipping) {}

    /**
     * What becomes of a slice.
     *
     * @param mayResume whether another worker may go on with it, if it can
     * @param owes whether each test that is left is an error, if nobody goes on with it
     */
    record Decision(Blame blame, boolean mayResume, boolean owes) {}

    private final WorkerPool pool;
    private final Scheduler scheduler;
    private final ClassAccounts accounts;
    private final RunStatistics statistics;
    private final DeathMessages deaths;
    private final Outbox out;

    Settlement(
            WorkerPool pool,
            Scheduler scheduler,
            ClassAccounts accounts,
            RunStatistics statistics,
            DeathMessages deaths,
            Outbox out) {
        this.pool = pool;
        this.scheduler = scheduler;
        this.accounts = accounts;
        this.statistics = statistics;
        this.deaths = deaths;
        this.out = out;
    }

    /** What becomes of the slice with this key, which was in the hands of who died. */
    static Decision decide(Death death, long slice, Circumstances when) {
        boolean mayResume = when.mayGoOn() && !when.cancelled() && !death.isTimeoutOfClass(slice);
        return new Decision(blame(death, slice, when), mayResume, !when.skipping());
    }

    private static Blame blame(Death death, long slice, Circumstances when) {
        if (death.reason() instanceof DeathReason.Retired) {
            return Blame.SOMETHING_ELSE;
        }
        if (!death.reason().interrupts()) {
            return Blame.NOBODY;
        }
        if (when.looking()) {
            return Blame.ONE_OF_SEVERAL;
        }
        return death.isFor(slice) ? Blame.WHAT_WAS_RUNNING : Blame.SOMETHING_ELSE;
    }

    /** Settles the account of a worker that ran classes. */
    void settle(Worker worker, Death verdict, long nowMillis) {
        Death death = verdict.with(explain(verdict.reason(), worker));
        boolean forArchive = pool.isForArchive(death.reason(), worker);
        boolean looking = worker.inHand().isUntouched() && worker.batch().isMade();
        scheduler.putBack(looking ? worker.batch().decline() : worker.batch().withdraw());
        Slice slice = worker.release();
        pool.gone(worker);
        announce(death.reason(), worker, slice, looking);
        count(death.reason(), worker, forArchive);

        Circumstances when = new Circumstances(looking, pool.mayGoOn(), accounts.isCancelled(), accounts.isSkipping());
        settle(slice, death, decide(death, slice.key(), when), worker, nowMillis);

        if (accounts.isCancelled()) {
            scheduler.refuseRest(deaths.endedByMaven(), nowMillis); // what it was offered
        } else if (!pool.mayGoOn()) {
            scheduler.refuseRest(deaths.givingUp(statistics, death.reason(), worker), nowMillis);
        }
        if (!forArchive) {
            scheduler.orderIsKnown(); // otherwise the next worker tells
        }
        scheduler.serve(nowMillis);
    }

    private void settle(Slice slice, Death death, Decision decision, Worker worker, long nowMillis) {
        CrashReport report = deaths.report(death.reason(), worker);
        switch (decision.blame()) {
            case NOBODY -> {}
            case ONE_OF_SEVERAL -> {
                out.relay(report.onConsole());
                slice.putBack();
                slice.mustRunAlone();
                scheduler.putBack(List.of(slice));
                return;
            }
            case WHAT_WAS_RUNNING -> {
                boolean excused = death.reason().cameFromOutside();
                out.hold(slice, slice.end().interrupt(report, decision.mayResume(), excused, nowMillis));
            }
            case SOMETHING_ELSE -> {
                if (death.reason().interrupts()) {
                    slice.end().grantAnotherWorker(); // the class before it took too long
                }
                out.hold(slice, slice.end().leave(report, nowMillis));
            }
        }
        if (decision.mayResume() && slice.canResume()) {
            scheduler.resume(slice);
        } else {
            // What nobody will go on with is an error each, never a silence.
            out.hold(
                    slice,
                    decision.owes() && slice.isUnfinished()
                            ? slice.end().interrupt(deaths.abandoned(death.reason()), false, false, nowMillis)
                            : slice.end().complete(false, nowMillis));
            accounts.close(slice, nowMillis);
        }
    }

    /** A spare is gone that ran no test: no test is to blame, and none is lost. */
    void settleSpare(Worker spare, Death verdict, long nowMillis) {
        DeathReason reason = started(verdict.reason(), spare);
        pool.gone(spare);
        if (pool.isForArchive(reason, spare)) {
            deaths.describe(reason, spare, spare.inHand(), false).ifPresent(out::relay);
        } else if (reason.isCrash() || reason instanceof DeathReason.LaunchFailed) {
            pool.withoutSpares();
            out.relay(deaths.ofSpare(reason, spare));
        }
        scheduler.serve(nowMillis);
    }

    /** The end of everything: nobody is asked any more how far he came. */
    void fail(String why, long nowMillis) {
        accounts.cancel();
        scheduler.noneLeft();
        for (Worker worker : pool.everyone()) {
            scheduler.putBack(worker.batch().withdraw());
            Slice slice = worker.release();
            boolean owes = slice.isUnfinished() || !slice.inFlight().names().isEmpty();
            out.hold(
                    slice,
                    owes
                            ? slice.end().interrupt(deaths.supervisorFailed(why), false, false, nowMillis)
                            : slice.end().complete(false, nowMillis));
            accounts.close(slice, nowMillis);
        }
        scheduler.refuseRest(deaths.supervisorGone(why), nowMillis);
    }

    private void announce(DeathReason reason, Worker worker, Slice slice, boolean looking) {
        List<Event> held = worker.heldErrors().release();
        if (!reason.interrupts()) {
            held.forEach(out::relay);
        }
        deaths.describe(reason, worker, slice, looking).ifPresent(out::relay);
    }

    private void count(DeathReason reason, Worker worker, boolean forArchive) {
        if (reason instanceof DeathReason.Retired retired) {
            statistics.retired(retired.why());
        } else if (reason instanceof DeathReason.LaunchFailed) {
            statistics.launchFailed();
            if (!forArchive) {
                // Others go on where one fork has lost its directory, say; that is worth a line.
                pool.launchFailed(worker).ifPresent(failures -> {
                    scheduler.disown(worker.fork());
                    out.relay(deaths.outOfService(worker.fork(), failures));
                });
            }
        } else if (reason.interrupts()) {
            statistics.died(reason);
        }
    }

    private DeathReason explain(DeathReason verdict, Worker worker) {
        return started(deaths.explain(verdict, worker), worker);
    }

    /**
     * A worker that leaves politely without having asked for a class, while there are classes, did not really start: its
     * provider or an engine of it cannot be made, and the next one is not going to fare better.
     */
    private DeathReason started(DeathReason reason, Worker worker) {
        return reason instanceof DeathReason.Finished finished && !worker.hasAsked() && scheduler.mayHaveMore()
                ? new DeathReason.LaunchFailed(finished.exit())
                : ArchiveDoubt.explain(reason, worker);
    }
}
