package io.github.isolation.supervisor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are started ahead: at most one for each lane, and only while the lane runs what may be the last class of its
 * worker. A spare has no class; when its lane's worker is gone it takes that one's place.
 */
final class Spares {
    private final int most;
    private final RetirePolicy retire;
    private final List<Lane> waiting = new ArrayList<>();
    private boolean givenUp;

    Spares(Settings settings) {
        this.most = settings.spares();
        this.retire = settings.retire();
    }

    /** Whether a lane should have one, so many classes being left for workers yet to come. */
    boolean isWantedFor(Lane lane, int classesLeft) {
        return lane.isRunning()
                && !givenUp
                && waiting.size() < Math.min(most, classesLeft)
                && retire.mayComeAfter(lane.classesRun() + 1)
                && waiting.stream().noneMatch(spare -> spare.number() == lane.number());
    }

    void add(Lane spare) {
        waiting.add(spare);
    }

    /** The spare of a lane, which is none from now on; null if there is none that could run a class. */
    @Nullable
    Lane takeFor(Lane lane) {
        Optional<Lane> found = waiting.stream()
                .filter(spare -> spare.number() == lane.number() && spare.isUsable())
                .findFirst();
        found.ifPresent(waiting::remove);
        return found.orElse(null);
    }

    /** Those that wait for a class and will get none, so many classes being left. */
    List<Lane> surplus(int classesLeft) {
        long usable = waiting.stream().filter(Lane::isUsable).count();
        return waiting.stream()
                .filter(Lane::isReady)
                .limit(Math.max(0, usable - classesLeft))
                .toList();
    }

    /** Those that are still on their way. */
    List<Lane> unready() {
        return matching(spare -> spare.isUsable() && !spare.isReady());
    }

    boolean contains(Lane lane) {
        return waiting.contains(lane);
    }

    void gone(Lane spare) {
        waiting.remove(spare);
    }

    /** One has died unused: whatever the reason is, the next would, too. */
    void giveUp() {
        givenUp = true;
    }

    List<Lane> all() {
        return matching(spare -> true);
    }

    private List<Lane> matching(Predicate<Lane> wanted) {
        return waiting.stream().filter(wanted).toList();
    }
}
