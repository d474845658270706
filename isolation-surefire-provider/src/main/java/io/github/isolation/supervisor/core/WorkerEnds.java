package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.account.Settlement;
import io.github.isolation.supervisor.core.account.Slice;
import io.github.isolation.supervisor.core.account.SliceEnd;
import io.github.isolation.supervisor.core.life.Death;
import io.github.isolation.supervisor.core.life.DeathReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done when a worker is gone: its account is settled, and whoever can goes on with what it had in hand. */
final class WorkerEnds {
    private final WorkerPool pool;
    private final Scheduler scheduler;
    private final ClassAccounts accounts;
    private final RunStatistics statistics;
    private final DeathMessages deaths;
    private final Outbox out;

    WorkerEnds(
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

    /** Settles the account of a worker that ran classes. */
    void settle(Worker worker, Death verdict, long nowMillis) {
        Death death = verdict.with(started(deaths.explain(verdict.reason(), worker), worker));
        out.ended(worker, death.reason());
        Estate estate = worker.end();
        boolean forArchive = pool.gone(worker, death.reason());
        announce(death.reason(), worker, estate);
        count(death.reason(), worker, forArchive);

        List<Slice> waiting = new ArrayList<>(estate.batch());
        if (settle(estate, death, worker, nowMillis)) {
            waiting.add(0, estate.inHand());
        }
        scheduler.goOn(waiting, endOfAll(death.reason(), worker), forArchive, nowMillis);
    }

    /** Says whether another worker goes on with what this one had in hand. */
    private boolean settle(Estate estate, Death death, Worker worker, long nowMillis) {
        Slice slice = estate.inHand();
        var when = new Settlement.Circumstances(
                estate.looking(),
                pool.mayGoOn() && !accounts.isRevoked(slice),
                accounts.isCancelled(),
                accounts.isSkipping());
        Settlement settlement = Settlement.decide(death, slice.key(), when);
        CrashReport report = deaths.report(death.reason(), worker);
        if (settlement.blame() == Settlement.Blame.ONE_OF_SEVERAL) {
            out.relay(report.onConsole());
        }
        SliceEnd.Settled settled = SliceEnd.of(slice)
                .settle(settlement, death.reason(), report, deaths.abandoned(death.reason()), nowMillis);
        out.hold(slice, settled.events());
        if (!settled.goesOn()) {
            accounts.close(slice, nowMillis);
        }
        return settled.goesOn();
    }

    /** Why nothing is run any more, if that is so. */
    private Optional<CrashReport> endOfAll(DeathReason reason, Worker worker) {
        if (accounts.isCancelled()) {
            return Optional.of(deaths.endedByMaven());
        }
        return pool.mayGoOn() ? Optional.empty() : Optional.of(deaths.givingUp(statistics, reason, worker));
    }

    /** A spare is gone that ran no test: no test is to blame, and none is lost. */
    void settleSpare(Worker spare, Death verdict, long nowMillis) {
        DeathReason reason = started(verdict.reason(), spare);
        out.ended(spare, reason);
        if (pool.gone(spare, reason)) {
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
            Estate estate = worker.end();
            scheduler.putBack(estate.batch());
            Slice slice = estate.inHand();
            boolean owes = slice.isUnfinished() || !slice.inFlight().names().isEmpty();
            SliceEnd end = SliceEnd.of(slice);
            out.hold(
                    slice,
                    owes
                            ? end.interrupt(deaths.supervisorFailed(why), false, false, nowMillis)
                            : end.complete(false, nowMillis));
            accounts.close(slice, nowMillis);
        }
        scheduler.refuseRest(deaths.supervisorGone(why), nowMillis);
    }

    private void announce(DeathReason reason, Worker worker, Estate estate) {
        if (!reason.interrupts()) {
            estate.heldErrors().forEach(out::relay);
        }
        deaths.describe(reason, worker, estate.inHand(), estate.looking()).ifPresent(out::relay);
    }

    private void count(DeathReason reason, Worker worker, boolean forArchive) {
        if (reason instanceof DeathReason.Retired retired) {
            statistics.retired(retired.why());
        } else if (reason instanceof DeathReason.LaunchFailed) {
            statistics.launchFailed();
            if (!forArchive) {
                Optional<Integer> outOfService = pool.launchFailed(worker);
                if (pool.isOut(worker)) {
                    scheduler.disown(worker.fork());
                }
                // Others go on where one fork has lost its directory, say; that is worth a line.
                outOfService.ifPresent(failures -> out.relay(deaths.outOfService(worker.fork(), failures)));
            }
        } else if (reason instanceof DeathReason.ServiceFailed) {
            statistics.withoutService();
            pool.close(worker);
            scheduler.disown(worker.fork());
            if (pool.mayGoOn()) {
                out.relay(deaths.outOfService(worker.fork()));
            }
        } else if (reason.interrupts()) {
            statistics.died(reason);
        }
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
