package io.github.isolation.shard;

import io.github.isolation.shard.ShardPlan.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Shares out classes: what takes longest first, to whichever shard has least to do. Whole numbers only, and names where numbers are
 * equal, so that every machine that knows the same comes to the same. Pure.
 */
public final class ShardPlanner {
    /** A class takes no less than this, or a shard would have any number of them for nothing. */
    private static final long SHORTEST = 1;

    /** Thirty years: sums of so many stay far from the end of numbers. */
    private static final long LONGEST = 1_000_000_000_000L;

    private ShardPlanner() {}

    /**
     * Makes a plan.
     *
     * @param universe all classes, in any order
     * @param times what is known of them, in milliseconds; of others nothing is looked at
     * @param groups the group of each class that has one: those of a group go together
     * @param loads what each shard has to do already; as many as there are shards
     */
    public static ShardPlan plan(
            Collection<String> universe, Map<String, Long> times, Map<String, String> groups, List<Long> loads) {
        return plan(universe, times, groups, loads, Map.of());
    }

    /**
     * Makes a plan in which a class that takes longer than its share may be in parts, if that makes the longest shard shorter. Classes
     * in a group, and those whose time is not known, are not divided.
     *
     * @param members how long the members take of classes that may be divided, in milliseconds, by class and by member
     */
    public static ShardPlan plan(
            Collection<String> universe,
            Map<String, Long> times,
            Map<String, String> groups,
            List<Long> loads,
            Map<String, ? extends Map<String, Long>> members) {
        List<ShardUnit> units = new ArrayList<>(units(universe, times, groups));
        List<Long> sums = new ArrayList<>(loads);
        List<Placed> placed = new ArrayList<>();
        place(units, sums, placed);
        Map<String, Map<String, Long>> divisible = new TreeMap<>(members);
        divisible.keySet().retainAll(times.keySet());
        divisible.keySet().removeAll(groups.keySet());
        return PartPlanner.better(new ShardPlan(placed, sums), units, divisible, loads);
    }

    /** Puts these where there is least to do, the longest first. */
    static void place(List<ShardUnit> units, List<Long> sums, List<Placed> placed) {
        units.sort(Comparator.comparingLong(ShardUnit::millis).reversed().thenComparing(ShardUnit::name));
        for (ShardUnit unit : units) {
            int least = least(sums);
            sums.set(least, sums.get(least) + unit.millis());
            placed.add(new Placed(least + 1, unit));
        }
    }

    private static Collection<ShardUnit> units(
            Collection<String> universe, Map<String, Long> times, Map<String, String> groups) {
        long unknown = median(universe, times);
        Map<String, List<String>> together = new TreeMap<>();
        for (String name : new TreeSet<>(universe)) {
            String group = groups.get(name);
            // A class cannot have a blank in its name, so no group is taken for one.
            together.computeIfAbsent(group == null ? name : "group " + group, any -> new ArrayList<>())
                    .add(name);
        }
        List<ShardUnit> units = new ArrayList<>();
        for (List<String> classes : together.values()) {
            long sum = 0;
            for (String name : classes) {
                Long took = times.get(name);
                sum += took == null ? unknown : bounded(took);
            }
            units.add(new ShardUnit(classes, sum));
        }
        return units;
    }

    /** What half of the known classes do not exceed; where nothing is known, all count alike. */
    private static long median(Collection<String> universe, Map<String, Long> times) {
        List<Long> known = new ArrayList<>();
        for (String name : new TreeSet<>(universe)) {
            Long took = times.get(name);
            if (took != null) {
                known.add(bounded(took));
            }
        }
        known.sort(Comparator.naturalOrder());
        return known.isEmpty() ? SHORTEST : known.get((known.size() - 1) / 2);
    }

    static long bounded(long millis) {
        return Math.max(SHORTEST, Math.min(LONGEST, millis));
    }

    private static int least(List<Long> sums) {
        int least = 0;
        for (int i = 1; i < sums.size(); i++) {
            least = sums.get(i) < sums.get(least) ? i : least;
        }
        return least;
    }
}
