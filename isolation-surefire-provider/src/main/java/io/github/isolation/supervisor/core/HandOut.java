package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import java.util.List;
import java.util.Optional;

/** Who gets what: classes for workers that ask, workers for lanes that are vacant, errors for classes nobody will run. */
final class HandOut {
    /**
     * Workers in a row that did not start before no more are tried: by a fork, or by all together if none has ever
     * started. A typo in argLine does not get better.
     */
    private static final int MAX_FAILED_LAUNCHES = 3;

    private final Settings settings;
    private final WorkQueue queue;
    private final List<Lane> lanes;
    private final Ledger ledger;
    private final Deaths deaths;
    private final Spares spares;
    private final Audit audit;
    private final Outbox out;
    private final ArchiveDoubt archive;
    private boolean orderKnown;
    private int lastSerial;
    private boolean everStarted;
    private long now;

    HandOut(
            Settings settings,
            WorkQueue queue,
            List<Lane> lanes,
            Ledger ledger,
            Deaths deaths,
            Spares spares,
            Audit audit,
            Outbox out) {
        this.audit = audit;
        this.spares = spares;
        this.settings = settings;
        this.queue = queue;
        this.lanes = lanes;
        this.ledger = ledger;
        this.deaths = deaths;
        this.out = out;
        this.archive = new ArchiveDoubt(out);
        this.orderKnown = !settings.orderFromWorker();
    }

    /** Gives every lane what it can use now. */
    void serve(long nowMillis) {
        now = nowMillis;
        for (Lane lane : lanes) {
            if (lane.isReady()) {
                feed(lane);
            } else if (lane.isVacant() && !(isOut(lane) && mayGoOn())) {
                staff(lane, nowMillis);
            }
        }
        provide();
    }

    /** Starts spares where they will be of use, and sends those away that will not. */
    private void provide() {
        int left = orderKnown && mayGoOn() ? Math.max(0, queue.expected() - onTheirWay()) : 0;
        for (Lane lane : lanes) {
            while (spares.isWantedFor(lane, left)) {
                Lane spare = lane.spare();
                spares.add(spare);
                launch(spare, true);
            }
        }
        spares.surplus(left).forEach(spare -> stop(spare, new StopReason.NothingLeft()));
        if (left == 0 && lanes.stream().allMatch(Lane::isVacant)) {
            // One that hangs while it starts must not keep Maven waiting.
            var kill = new WorkerInput.Kill(KillReason.CANCELLED, "it is not needed any more");
            for (Lane spare : spares.unready()) {
                spare.step(kill).forEach(effect -> out.toWorker(spare, effect));
            }
        }
    }

    /** From here on the queue is in the user's order, or there will never be a better one. */
    void orderIsKnown() {
        orderKnown = true;
    }

    boolean isOrderKnown() {
        return orderKnown;
    }

    void workerStarted(Lane lane) {
        everStarted = true;
        lane.started();
        archive.started(lane.serial());
    }

    /** Whether a death is laid to the class-data archive: another worker is started without, and this one does not count. */
    boolean isForArchive(DeathReason reason, Lane lane) {
        archive.crashed(reason);
        return archive.takes(reason, lane.serial(), lastSerial);
    }

    /** Others go on where one fork has lost its directory, say; that is worth a line. */
    void launchFailed(Lane lane) {
        if (lane.failedToStart() == MAX_FAILED_LAUNCHES && mayGoOn()) {
            queue.disown(lane.number());
            out.relay(deaths.outOfService(lane, MAX_FAILED_LAUNCHES));
        }
    }

    boolean mayGoOn() {
        return !lanes.stream().allMatch(this::isOut) && !settings.crashLimit().isReached(ledger);
    }

    /** Before anybody has started, the failures of all forks are likely to be the same one. */
    private boolean isOut(Lane lane) {
        int each = (MAX_FAILED_LAUNCHES + lanes.size() - 1) / lanes.size();
        return lane.failedLaunches() >= (everStarted ? MAX_FAILED_LAUNCHES : each);
    }

    /** Every class that waits becomes an error that says why it was not run; none is left out (L16). */
    void refuseRest(CrashReport why, long nowMillis) {
        for (ClassRun run : queue.drain()) {
            if (!(run.failures().isRerun() && run.isUntouched())) { // what would have been tried again has its result
                out.hold(run, run.interrupt(why, false, nowMillis));
            }
            out.release(run);
        }
        askMaven();
    }

    private void feed(Lane lane) {
        var retire = reasonToRetire(lane);
        if (retire.isPresent() && queue.mayHaveMore(lane.number())) {
            stop(lane, retire.get());
            return;
        }
        ClassRun next = queue.poll(lane.number());
        if (next != null) {
            audit.handed(next.className());
            lane.hand(next, now);
            offer(lane, next);
            next.unit().commands(next.failures().number()).forEach(command -> out.tell(lane, command));
        } else if (queue.mayHaveMore(lane.number())) {
            askMaven();
        } else {
            stop(lane, new StopReason.NothingLeft());
        }
    }

    /** What may run in one plan with the class that is handed out. */
    private void offer(Lane lane, ClassRun first) {
        if (lane.offer().isWelcome() && !first.unit().alone()) {
            List<ClassRun> others = queue.pollTogether(settings.sharing());
            if (!others.isEmpty()) {
                lane.offer().make(others);
                out.tell(
                        lane,
                        new Command.Offer(
                                others.stream().map(ClassRun::className).toList()));
            }
        }
    }

    private Optional<StopReason.Retire> reasonToRetire(Lane lane) {
        ClassRun next = queue.peek(lane.number());
        if (next != null && next.failures().isRerun() && lane.classesRun() > 0) {
            return Optional.of(new StopReason.Retire("before a re-run"));
        }
        return lane.mustRetire()
                .or(() -> settings.retire().decide(lane.classesRun(), lane.failureSeen(), lane.heapPercent()));
    }

    private void stop(Lane lane, StopReason reason) {
        lane.step(new WorkerInput.Stop(reason)).forEach(effect -> out.toWorker(lane, effect));
    }

    private void staff(Lane lane, long nowMillis) {
        if (!mayGoOn()) {
            refuseRest(deaths.givenUp(), nowMillis);
        } else if (queue.peek(lane.number()) == null) {
            askMaven();
        } else if (queue.waitsFor(lane.number()) || onTheirWay() < (orderKnown ? queue.width(lane.number()) : 1)) {
            ledger.launched();
            Lane spare = spares.takeFor(lane);
            if (spare == null) {
                launch(lane, false);
            } else {
                spare.promote();
                spare.earlyLines().take().forEach(line -> out.add(new Effect.Show(line)));
                lanes.set(lanes.indexOf(lane), spare);
                out.add(new Effect.Restore(spare.serial(), spare.number()));
            }
        }
    }

    private void launch(Lane lane, boolean spare) {
        WorkerMachine.Step step = lane.launch(++lastSerial);
        out.add(new Effect.Launch(lastSerial, lane.number(), spare));
        step.effects().forEach(effect -> out.toWorker(lane, effect));
    }

    /** Workers on their way to their first class: launching more of them than there are classes would be a waste. */
    private int onTheirWay() {
        return (int) lanes.stream()
                .filter(lane -> lane.isLive() && !lane.isRunning() && lane.classesRun() == 0)
                .count();
    }

    private void askMaven() {
        if (queue.isEmpty() && queue.ask()) {
            out.add(new Effect.AskForClass());
        }
    }
}
