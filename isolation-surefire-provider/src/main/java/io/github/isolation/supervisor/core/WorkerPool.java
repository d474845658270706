package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.KillReason;
import io.github.isolation.supervisor.core.life.StopReason;
import io.github.isolation.supervisor.core.life.WorkerInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All forks, and all workers that live: those that run classes, and those that were started ahead. */
final class WorkerPool {
    /**
     * Workers in a row that did not start before no more are tried: by a fork, or by all together if none has ever
     * started. A typo in argLine does not get better.
     */
    private static final int MAX_FAILED_LAUNCHES = 3;

    /** More forks than there are classes are of use only where no worker starts; users ask for 2147483647. */
    private static final int ENOUGH_FORKS = 64;

    private final Settings settings;
    private final RunStatistics statistics;
    private final Outbox out;
    private final LongSupplier freshRunIds;
    private final ArchiveDoubt archive;
    private final Spares spares;
    private final List<Fork> forks = new ArrayList<>();
    private final Map<Integer, Worker> alive = new LinkedHashMap<>();
    private int lastSerial;
    private boolean everStarted;

    WorkerPool(Settings settings, int mostOfUse, RunStatistics statistics, Outbox out, LongSupplier freshRunIds) {
        this.settings = settings;
        this.statistics = statistics;
        this.out = out;
        this.freshRunIds = freshRunIds;
        this.archive = new ArchiveDoubt(out);
        this.spares = new Spares(settings);
        int useful = Math.min(settings.forks(), Math.max(mostOfUse, ENOUGH_FORKS));
        for (int i = 0; i < useful; i++) {
            forks.add(new Fork(settings.firstFork() + i));
        }
    }

    List<Fork> forks() {
        return forks;
    }

    /** Everybody who lives, at this moment. */
    List<Worker> everyone() {
        return List.copyOf(alive.values());
    }

    /** Whether nobody lives any more. Asked after every input. */
    boolean isEmpty() {
        return alive.isEmpty();
    }

    /** The worker with this serial, if it lives. Asked for every event. */
    @Nullable
    Worker find(int serial) {
        return alive.get(serial);
    }

    /** Who runs the classes of this fork; null if nobody does at the moment. */
    @Nullable
    Worker workerOf(int fork) {
        return forks.stream()
                .filter(one -> one.number() == fork)
                .flatMap(one -> one.worker().stream())
                .findFirst()
                .orElse(null);
    }

    /** Whether none of those who live is still on its way to its first class. */
    boolean everyoneHasAsked() {
        return alive.values().stream().allMatch(Worker::hasAsked);
    }

    boolean isSpare(Worker worker) {
        return spares.contains(worker);
    }

    private Fork forkOf(Worker worker) {
        return forks.get(worker.fork() - settings.firstFork());
    }

    /** Whether anything is run any more: there is a fork in which workers start, and not too many have crashed. */
    boolean mayGoOn() {
        return !forks.stream().allMatch(this::isOut) && !settings.crashLimit().isReached(statistics);
    }

    /** Whether no more workers are tried in a fork. Before anybody has started, the failures of all are likely to be the same. */
    boolean isOut(Fork fork) {
        int each = (MAX_FAILED_LAUNCHES + forks.size() - 1) / forks.size();
        return fork.failedLaunches() >= (everStarted ? MAX_FAILED_LAUNCHES : each);
    }

    /** Whether no more workers are tried where this one was. */
    boolean isOut(Worker worker) {
        return isOut(forkOf(worker));
    }

    /** Nothing more is run where this one was: what it needs there is not to be had. */
    void close(Worker worker) {
        forkOf(worker).close(MAX_FAILED_LAUNCHES);
    }

    /** A worker has come as far as to ask for a class. */
    void started(Worker worker) {
        everStarted = true;
        forkOf(worker).launchSucceeded();
        archive.started(worker.serial());
    }

    /**
     * A worker did not start.
     *
     * @return whether its fork is out of service by that, after how many failures, while others go on
     */
    Optional<Integer> launchFailed(Worker worker) {
        int failures = forkOf(worker).launchFailed();
        return failures == MAX_FAILED_LAUNCHES && mayGoOn() ? Optional.of(failures) : Optional.empty();
    }

    /**
     * Its process and its channel are no more.
     *
     * @return whether that is laid to the class-data archive: another worker is started without, and this one does not count
     */
    boolean gone(Worker worker, DeathReason reason) {
        alive.remove(worker.serial());
        spares.gone(worker);
        archive.crashed(reason);
        return archive.takes(reason, worker.serial(), lastSerial);
    }

    /** A spare died unused: no more of them are started. */
    void withoutSpares() {
        spares.giveUp();
    }

    /** Gives a vacant fork a worker: its spare, if it has one that can be used. */
    void employ(Fork fork) {
        statistics.launched();
        Worker spare = spares.takeFor(fork.number());
        if (spare == null) {
            fork.employ(launch(fork.number(), false));
        } else {
            fork.employ(spare);
            out.step(spare, new WorkerInput.ForkInDisorder());
            spare.earlyLines().take().forEach(line -> out.add(new Effect.Show(line)));
            out.add(new Effect.Restore(spare.serial(), spare.fork()));
        }
    }

    private Worker launch(int fork, boolean spare) {
        Worker worker = new Worker(++lastSerial, fork, freshRunIds);
        alive.put(worker.serial(), worker);
        out.add(new Effect.Launch(worker.serial(), fork, spare));
        Worker.launch().forEach(effect -> out.toWorker(worker, effect));
        return worker;
    }

    /**
     * Starts spares where they will be of use, so many classes being left, and sends those away that will not.
     *
     * @param lastOfItsOwn whether what a worker has in hand is the last class that it runs
     */
    void provideSpares(int classesLeft, Predicate<Worker> lastOfItsOwn) {
        for (Fork fork : forks) {
            Optional<Worker> worker = fork.worker();
            while (worker.isPresent() && spares.isWantedFor(worker.get(), classesLeft, lastOfItsOwn)) {
                spares.add(launch(fork.number(), true));
            }
        }
        spares.surplus(classesLeft)
                .forEach(spare -> out.step(spare, new WorkerInput.Stop(new StopReason.NothingLeft())));
        if (classesLeft == 0 && forks.stream().allMatch(Fork::isVacant)) {
            // One that hangs while it starts must not keep Maven waiting.
            var kill = new WorkerInput.Kill(KillReason.CANCELLED, "it is not needed any more");
            spares.unready().forEach(spare -> out.step(spare, kill));
        }
    }

    /** Workers on their way to their first class: launching more of them than there are classes would be a waste. */
    int onTheirWay() {
        int count = 0;
        for (Fork fork : forks) {
            Optional<Worker> worker = fork.worker();
            boolean onItsWay = worker.isPresent()
                    && !worker.get().isRunning()
                    && worker.get().classesRun() == 0;
            count += onItsWay ? 1 : 0;
        }
        return count;
    }
}
