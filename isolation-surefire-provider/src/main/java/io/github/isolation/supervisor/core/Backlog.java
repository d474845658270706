package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes still to be run: all of them from the start, or asked of Maven one at a time. Classes of a group belong to the
 * fork that took the first of them, or to the one that the record of a run names.
 */
final class Backlog {
    private final Waiting waiting;
    private boolean mavenHasMore;
    private boolean asked;

    /** Of classes of which some belong together. */
    Backlog(boolean mavenFeeds, Placement placement) {
        this.mavenHasMore = mavenFeeds;
        this.waiting = new Waiting(placement);
    }

    void add(Slice slice) {
        asked = false;
        waiting.addLast(slice);
    }

    /** The rest of a class whose worker died goes first: Maven is waiting for its test set to end. */
    void putBack(Slice slice) {
        waiting.addFirst(slice);
    }

    /** Takes the first of those that can share a plan, in their order, as long as they follow one another. */
    List<Slice> pollTogether(PlanSharing sharing) {
        List<Slice> together = new ArrayList<>();
        while (together.size() < sharing.most()) {
            Slice next = waiting.first();
            if (next == null || next.selection().alone()) {
                break;
            }
            waiting.takeFirst();
            together.add(next);
        }
        return together;
    }

    /** Puts several back in front, in this order. */
    void putBack(List<Slice> slices) {
        for (int i = slices.size() - 1; i >= 0; i--) {
            putBack(slices.get(i));
        }
    }

    /** Another attempt, after everything else. */
    void addRerun(Slice slice) {
        waiting.addLast(slice);
    }

    /** What this fork would run next; null if nothing of what waits is for it. */
    @Nullable
    Slice peek(int fork) {
        return waiting.firstFor(fork);
    }

    /** Takes it; the group it is in belongs to this fork from now on. */
    @Nullable
    Slice poll(int fork) {
        return waiting.takeFirstFor(fork);
    }

    /**
     * This fork runs nothing any more: what is left of its groups may go elsewhere, for that is better than nowhere. It waits until
     * the others have run what is theirs.
     */
    void disown(int fork) {
        waiting.disown(fork);
    }

    /** How many forks could run something of what waits at the same time, this one among them. */
    int width(int fork) {
        return waiting.width(fork);
    }

    /** Whether something waits that no other fork may run. */
    boolean waitsFor(int fork) {
        return waiting.isAnyOnlyFor(fork);
    }

    /** How many classes are known to come; one, if Maven may have more. */
    int expected() {
        return waiting.size() + (mavenHasMore ? 1 : 0);
    }

    boolean isEmpty() {
        return waiting.size() == 0;
    }

    /** Whether Maven should be asked now; a question that is open is not asked again. */
    boolean ask() {
        if (!mavenHasMore || asked) {
            return false;
        }
        asked = true;
        return true;
    }

    /** Maven has handed out a class, which need not wait here. */
    void answered() {
        asked = false;
    }

    void noneLeft() {
        mavenHasMore = false;
        asked = false;
    }

    /** As {@link #mayHaveMore()}, for one fork. */
    boolean mayHaveMore(int fork) {
        return peek(fork) != null || mavenHasMore;
    }

    /** Whether there may be something to run, now or when Maven has answered. */
    boolean mayHaveMore() {
        return !isEmpty() || mavenHasMore;
    }

    /**
     * Brings what waits into this order; what the order does not name is not run: it was filtered out.
     *
     * @return the names of these
     */
    Set<String> order(List<String> classNames) {
        Map<String, List<Slice>> byName = new HashMap<>();
        drain().forEach(slice -> byName.computeIfAbsent(slice.className(), name -> new ArrayList<>())
                .add(slice));
        for (String name : classNames) {
            List<Slice> slices = byName.remove(name);
            if (slices != null) {
                slices.forEach(waiting::addLast);
            }
        }
        return byName.keySet();
    }

    /** What waits of these classes is not run in one plan with others. */
    void keepAlone(Set<String> classNames) {
        for (Slice slice : drain()) {
            if (classNames.contains(slice.className())) {
                slice.mustRunAlone();
            }
            waiting.addLast(slice);
        }
    }

    /** What waits of a class, taken out. */
    List<Slice> remove(String className) {
        List<Slice> removed = new ArrayList<>();
        for (Slice slice : drain()) {
            if (slice.className().equals(className)) {
                removed.add(slice);
            } else {
                waiting.addLast(slice);
            }
        }
        return removed;
    }

    /** Everything that waits, taken out. */
    List<Slice> drain() {
        return waiting.takeAll();
    }
}
