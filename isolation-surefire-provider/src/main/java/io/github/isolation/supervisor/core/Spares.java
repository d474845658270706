package io.github.isolation.supervisor.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are started ahead, only while their fork runs what may be the last class of its worker. A spare has no class;
 * when its fork's worker is gone it takes that one's place. One for each fork is enough, unless its classes are over sooner
 * than a JVM starts: a fork that had to wait for its spare gets a second one from then on.
 */
final class Spares {
    private final int most;
    private final RetirePolicy retire;
    private final List<Worker> waiting = new ArrayList<>();
    private final Set<Integer> forksThatWaited = new HashSet<>();
    private boolean givenUp;

    Spares(Settings settings) {
        this.most = settings.spares();
        this.retire = settings.retire();
    }

    /** Whether a fork should have one, so many classes being left for workers yet to come. */
    boolean isWantedFor(Worker worker, int classesLeft, Predicate<Worker> lastOfItsOwn) {
        return worker.isRunning()
                && !givenUp
                && waiting.size() < Math.min(most, classesLeft)
                && (retire.mayComeAfter(worker.classesRun() + 1) || lastOfItsOwn.test(worker))
                && of(worker.fork()).count() < (forksThatWaited.contains(worker.fork()) ? 2 : 1);
    }

    void add(Worker spare) {
        waiting.add(spare);
    }

    /** The spare of a fork, which is none from now on; null if there is none that could run a class. */
    @Nullable
    Worker takeFor(int fork) {
        Worker found = of(fork).filter(Worker::isUsable)
                .min(Comparator.comparing(spare -> !spare.isReady()))
                .orElse(null);
        if (found != null && !found.isReady()) {
            forksThatWaited.add(fork);
        }
        waiting.remove(found);
        return found;
    }

    private Stream<Worker> of(int fork) {
        return waiting.stream().filter(spare -> spare.fork() == fork);
    }

    /** Those that wait for a class and will get none, so many classes being left. */
    List<Worker> surplus(int classesLeft) {
        long usable = waiting.stream().filter(Worker::isUsable).count();
        return waiting.stream()
                .filter(Worker::isReady)
                .limit(Math.max(0, usable - classesLeft))
                .toList();
    }

    /** Those that are still on their way. */
    List<Worker> unready() {
        return matching(spare -> spare.isUsable() && !spare.isReady());
    }

    boolean contains(Worker worker) {
        return waiting.contains(worker);
    }

    void gone(Worker spare) {
        waiting.remove(spare);
    }

    /** One has died unused: whatever the reason is, the next would, too. */
    void giveUp() {
        givenUp = true;
    }

    List<Worker> all() {
        return matching(spare -> true);
    }

    private List<Worker> matching(Predicate<Worker> wanted) {
        return waiting.stream().filter(wanted).toList();
    }
}
