package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.account.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Slices in the order in which they are to run, some of which only one fork may run: those of a group belong to the fork that
 * took the first of it. Asked after every event, so no question takes longer the more there are.
 */
final class Waiting {
    private static final int NOBODY = Integer.MIN_VALUE;

    private final Placement placement;
    private final Map<String, Integer> owners;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private final Map<String, NavigableMap<Long, Slice>> groups = new HashMap<>();
    private long first;
    private long last;
    private int size;

    /** What one fork alone may run, or, nobody's lane, whichever comes first. */
    private static final class Lane {
        private final NavigableMap<Long, Slice> slices = new TreeMap<>();
        private int ungrouped;
        private int groups;
    }

    Waiting(Placement placement) {
        this.placement = placement;
        this.owners = new HashMap<>(placement.forks());
    }

    int size() {
        return size;
    }

    void addFirst(Slice slice) {
        add(--first, slice);
    }

    void addLast(Slice slice) {
        add(++last, slice);
    }

    private void add(long place, Slice slice) {
        String group = placement.group(slice.className());
        Lane lane = lane(owner(group));
        lane.slices.put(place, slice);
        size++;
        if (group == null) {
            lane.ungrouped++;
        } else {
            NavigableMap<Long, Slice> members = groups.computeIfAbsent(group, name -> new TreeMap<>());
            lane.groups += members.isEmpty() ? 1 : 0;
            members.put(place, slice);
        }
    }

    private void remove(long place, Slice slice) {
        String group = placement.group(slice.className());
        Lane lane = lane(owner(group));
        lane.slices.remove(place);
        size--;
        if (group == null) {
            lane.ungrouped--;
        } else {
            NavigableMap<Long, Slice> members = members(group);
            members.remove(place);
            lane.groups -= members.isEmpty() ? 1 : 0;
        }
    }

    private NavigableMap<Long, Slice> members(String group) {
        return groups.getOrDefault(group, new TreeMap<>());
    }

    private int owner(@Nullable String group) {
        return group == null ? NOBODY : owners.getOrDefault(group, NOBODY);
    }

    private Lane lane(int owner) {
        return lanes.computeIfAbsent(owner, fork -> new Lane());
    }

    /** The first of all; null if there is none. */
    @Nullable
    Slice first() {
        Map.Entry<Long, Slice> entry = firstOfAll();
        return entry == null ? null : entry.getValue();
    }

    /** Takes it, whoever it is for. */
    @Nullable
    Slice takeFirst() {
        Map.Entry<Long, Slice> entry = firstOfAll();
        if (entry != null) {
            remove(entry.getKey(), entry.getValue());
        }
        return entry == null ? null : entry.getValue();
    }

    private Map.@Nullable Entry<Long, Slice> firstOfAll() {
        Map.Entry<Long, Slice> found = null;
        for (Lane lane : lanes.values()) {
            found = earlier(found, lane.slices.firstEntry());
        }
        return found;
    }

    /** The first that this fork may run; null if there is none. */
    @Nullable
    Slice firstFor(int fork) {
        Map.Entry<Long, Slice> entry = firstEntryFor(fork);
        return entry == null ? null : entry.getValue();
    }

    /** Takes it; the group it is in belongs to this fork from now on. */
    @Nullable
    Slice takeFirstFor(int fork) {
        Map.Entry<Long, Slice> entry = firstEntryFor(fork);
        if (entry == null) {
            return null;
        }
        remove(entry.getKey(), entry.getValue());
        String group = placement.group(entry.getValue().className());
        if (group != null && owner(group) != fork) {
            own(group, fork);
        }
        return entry.getValue();
    }

    private Map.@Nullable Entry<Long, Slice> firstEntryFor(int fork) {
        return earlier(lane(NOBODY).slices.firstEntry(), lane(fork).slices.firstEntry());
    }

    private static Map.@Nullable Entry<Long, Slice> earlier(
            Map.@Nullable Entry<Long, Slice> one, Map.@Nullable Entry<Long, Slice> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.getKey() < other.getKey() ? one : other;
    }

    private void own(String group, int fork) {
        Map<Long, Slice> rest = new TreeMap<>(members(group));
        rest.forEach(this::remove);
        owners.put(group, fork);
        rest.forEach(this::add);
    }

    /** Nothing belongs to this fork any more; what did comes after everything else. */
    void disown(int fork) {
        Map<Long, Slice> left = new TreeMap<>(lane(fork).slices);
        left.forEach(this::remove);
        owners.values().removeIf(owner -> owner == fork);
        left.values().forEach(this::addLast);
    }

    /** Whether something waits that no other fork may run. */
    boolean isAnyOnlyFor(int fork) {
        return !lane(fork).slices.isEmpty();
    }

    /** How many forks could run something at the same time of what this one may run. */
    int width(int fork) {
        return lane(NOBODY).ungrouped + lane(NOBODY).groups + lane(fork).groups;
    }

    /** Everything, taken out, in its order. */
    List<Slice> takeAll() {
        NavigableMap<Long, Slice> all = new TreeMap<>();
        lanes.values().forEach(lane -> all.putAll(lane.slices));
        lanes.clear();
        groups.clear();
        size = 0;
        return new ArrayList<>(all.values());
    }
}
