package io.github.isolation.supervisor.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes still to be run: all of them from the start, or asked of Maven one at a time. Classes of a group belong to the
 * lane that took the first of them.
 */
final class WorkQueue {
    private static final int NOBODY = Integer.MIN_VALUE;

    private final Map<String, String> groups;
    private final Map<String, Integer> owners = new HashMap<>();
    private final Deque<ClassRun> waiting = new ArrayDeque<>();
    private boolean mavenHasMore;
    private boolean asked;

    /** With the groups of classes that have one, by class name. */
    WorkQueue(boolean mavenFeeds, Map<String, String> groups) {
        this.mavenHasMore = mavenFeeds;
        this.groups = Map.copyOf(groups);
    }

    void add(ClassRun run) {
        asked = false;
        waiting.add(run);
    }

    /** The rest of a class whose worker died goes first: Maven is waiting for its test set to end. */
    void putBack(ClassRun run) {
        waiting.addFirst(run);
    }

    /** Takes the first of those that can share a plan, in their order, as long as they follow one another. */
    List<ClassRun> pollTogether(PlanSharing sharing) {
        List<ClassRun> together = new ArrayList<>();
        while (together.size() < sharing.most()
                && !waiting.isEmpty()
                && !waiting.peek().unit().alone()) {
            together.add(waiting.remove());
        }
        return together;
    }

    /** Whether it waits here. */
    boolean holds(ClassRun run) {
        return waiting.contains(run);
    }

    /** Puts several back in front, in this order. */
    void putBack(List<ClassRun> runs) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            putBack(runs.get(i));
        }
    }

    /** Another attempt, after everything else. */
    void addRerun(ClassRun run) {
        waiting.add(run);
    }

    /** What this lane would run next; null if nothing of what waits is for it. */
    @Nullable
    ClassRun peek(int lane) {
        return waiting.stream().filter(run -> isFor(lane, run)).findFirst().orElse(null);
    }

    /** Takes it; the group it is in belongs to this lane from now on. */
    @Nullable
    ClassRun poll(int lane) {
        ClassRun next = peek(lane);
        if (next != null) {
            waiting.remove(next);
            String group = groups.get(next.className());
            if (group != null) {
                owners.put(group, lane);
            }
        }
        return next;
    }

    /** This lane runs nothing any more: what is left of its groups may go elsewhere, for that is better than nowhere. */
    void disown(int lane) {
        owners.values().removeIf(owner -> owner == lane);
    }

    /** How many lanes could run something of what waits at the same time, this one among them. */
    long width(int lane) {
        return waiting.stream()
                .filter(run -> isFor(lane, run))
                .map(this::together)
                .distinct()
                .count();
    }

    /** Whether something waits that no other lane may run. */
    boolean waitsFor(int lane) {
        return waiting.stream().anyMatch(run -> owner(run) == lane);
    }

    /** What runs one after the other: a group, or a class alone. */
    private Object together(ClassRun run) {
        String group = groups.get(run.className());
        return group == null ? run : group;
    }

    private boolean isFor(int lane, ClassRun run) {
        int owner = owner(run);
        return owner == NOBODY || owner == lane;
    }

    private int owner(ClassRun run) {
        String group = groups.get(run.className());
        return group == null ? NOBODY : owners.getOrDefault(group, NOBODY);
    }

    /** How many classes are known to come; one, if Maven may have more. */
    int expected() {
        return waiting.size() + (mavenHasMore ? 1 : 0);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Whether Maven should be asked now; a question that is open is not asked again. */
    boolean ask() {
        if (!mavenHasMore || asked) {
            return false;
        }
        asked = true;
        return true;
    }

    void noneLeft() {
        mavenHasMore = false;
        asked = false;
    }

    /** As {@link #mayHaveMore()}, for one lane. */
    boolean mayHaveMore(int lane) {
        return peek(lane) != null || mavenHasMore;
    }

    /** Whether there may be something to run, now or when Maven has answered. */
    boolean mayHaveMore() {
        return !waiting.isEmpty() || mavenHasMore;
    }

    /**
     * Brings what waits into this order; what the order does not name is not run: it was filtered out.
     *
     * @return the names of these
     */
    Set<String> order(List<String> classNames) {
        Map<String, ClassRun> byName = new HashMap<>();
        drain().forEach(run -> byName.put(run.className(), run));
        for (String name : classNames) {
            ClassRun run = byName.remove(name);
            if (run != null) {
                waiting.add(run);
            }
        }
        return byName.keySet();
    }

    /** Everything that waits, taken out. */
    List<ClassRun> drain() {
        List<ClassRun> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
