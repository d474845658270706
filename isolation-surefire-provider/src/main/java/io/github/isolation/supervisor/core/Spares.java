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
 * Workers that are started ahead, only while their lane runs what may be the last class of its worker. A spare has no class;
 * when its lane's worker is gone it takes that one's place. One for each lane is enough, unless its classes are over sooner
 * than a JVM starts: a lane that had to wait for its spare gets a second one from then on.
 */
final class Spares {
    private final int most;
    private final RetirePolicy retire;
    private final List<Lane> waiting = new ArrayList<>();
    private final Set<Integer> lanesThatWaited = new HashSet<>();
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
                && of(lane).count() < (lanesThatWaited.contains(lane.number()) ? 2 : 1);
    }

    void add(Lane spare) {
        waiting.add(spare);
    }

    /** The spare of a lane, which is none from now on; null if there is none that could run a class. */
    @Nullable
    Lane takeFor(Lane lane) {
        Lane found = of(lane).filter(Lane::isUsable)
                .min(Comparator.comparing(spare -> !spare.isReady()))
                .orElse(null);
        if (found != null && !found.isReady()) {
            lanesThatWaited.add(lane.number());
        }
        waiting.remove(found);
        return found;
    }

    private Stream<Lane> of(Lane lane) {
        return waiting.stream().filter(spare -> spare.number() == lane.number());
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
