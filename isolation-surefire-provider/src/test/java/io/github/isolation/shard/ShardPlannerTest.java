package io.github.isolation.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.shard.ShardPlan.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Every class is in one shard, every machine says the same one, and no shard has much more to do than it must. */
class ShardPlannerTest {

    @Property(tries = 2_000)
    void everyClassIsInOneShardAndAllMachinesAgree(
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int classes,
            @ForAll @IntRange(min = 1, max = 80) int shards,
            @ForAll @IntRange(max = 5) int groups) {
        Random random = new Random(seed);
        List<String> universe = names(classes);
        Map<String, Long> times = new HashMap<>();
        Map<String, String> grouped = new HashMap<>();
        for (String name : universe) {
            if (random.nextInt(3) > 0) {
                times.put(name, random.nextLong(-5, 10_000));
            }
            if (groups > 0 && random.nextBoolean()) {
                grouped.put(name, "g" + random.nextInt(groups));
            }
        }
        // What was renamed or removed since it was measured is no class of this build.
        times.put("gone.RenamedTest", 1_000_000L);
        List<Long> loads = loads(random, shards);

        ShardPlan plan = ShardPlanner.plan(universe, times, grouped, loads);
        List<String> all = new ArrayList<>();
        plan.placed().forEach(one -> all.addAll(one.unit().classes()));
        assertEquals(universe.size(), all.size(), "no class twice");
        assertEquals(new TreeSet<>(universe), new TreeSet<>(all), "no class lost, and none that is not there");
        assertTrue(plan.placed().stream().allMatch(one -> one.shard() >= 1 && one.shard() <= shards));
        for (String group : new TreeSet<>(grouped.values())) {
            Set<Integer> places = new TreeSet<>();
            grouped.forEach((name, of) -> {
                if (of.equals(group)) {
                    places.add(plan.shards().get(name));
                }
            });
            assertEquals(1, places.size(), group + " stays together");
        }
        List<Long> sums = new ArrayList<>(loads);
        plan.placed()
                .forEach(one -> sums.set(
                        one.shard() - 1, sums.get(one.shard() - 1) + one.unit().millis()));
        assertEquals(sums, plan.loads());

        List<String> shuffled = new ArrayList<>(universe);
        Collections.shuffle(shuffled, random);
        ShardPlan other = ShardPlanner.plan(shuffled, new TreeMap<>(times), new TreeMap<>(grouped), loads);
        assertEquals(plan, other);
        assertEquals(plan.digest(), other.digest());
    }

    /** Graham's bound, against the best there is. */
    @Property(tries = 500)
    void theLongestShardIsWithinFourThirdsOfTheBest(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 50) Long> millis,
            @ForAll @IntRange(min = 1, max = 4) int shards) {
        ShardPlan plan = plan(millis, shards);
        long best = best(millis, new long[shards], 0, Long.MAX_VALUE);
        assertTrue(3 * longest(plan) <= 4 * best, plan + " and " + best);
    }

    /** Of many classes nobody knows the best, but no shard goes beyond the mean by more than one class. */
    @Property(tries = 500)
    void noShardIsBeyondTheMeanByMoreThanTheLongestClass(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 100_000) Long> millis,
            @ForAll @IntRange(min = 1, max = 64) int shards) {
        ShardPlan plan = plan(millis, shards);
        long sum = millis.stream().mapToLong(Long::longValue).sum();
        assertTrue(longest(plan) <= sum / shards + 1 + Collections.max(millis));
    }

    @Test
    void whereNothingIsKnownClassesAreCounted() {
        ShardPlan plan = ShardPlanner.plan(names(7), Map.of(), Map.of(), List.of(0L, 0L, 0L));
        assertEquals(List.of(3L, 2L, 2L), plan.loads());
        assertEquals(1, plan.shards().get("a.C00Test"));
        assertEquals(2, plan.shards().get("a.C01Test"));
    }

    @Test
    void aNewClassCountsAsTheMedian() {
        Map<String, Long> times = Map.of("A", 10L, "B", 1_000L, "C", 20L, "D", 30L);
        ShardPlan plan = ShardPlanner.plan(List.of("A", "B", "C", "D", "New"), times, Map.of(), List.of(0L));
        Placed fresh = plan.placed().stream()
                .filter(one -> one.unit().name().equals("New"))
                .findFirst()
                .orElseThrow();
        assertEquals(20, fresh.unit().millis());
    }

    @Test
    void aRenamedClassIsANewOne() {
        Map<String, Long> times = Map.of("A", 10L, "Old", 900L, "C", 20L);
        assertEquals(
                List.of(40L),
                ShardPlanner.plan(List.of("A", "Renamed", "C"), times, Map.of(), List.of(0L))
                        .loads());
    }

    @Test
    void moreShardsThanClassesLeaveSomeEmpty() {
        ShardPlan plan = ShardPlanner.plan(names(2), Map.of(), Map.of(), List.of(0L, 0L, 0L, 0L, 0L));
        assertEquals(List.of(1L, 1L, 0L, 0L, 0L), plan.loads());
    }

    @Test
    void whatTheModuleBeforeHasGivenIsMadeUpFor() {
        ShardPlan plan = ShardPlanner.plan(List.of("A", "B"), Map.of("A", 50L, "B", 40L), Map.of(), List.of(100L, 0L));
        assertEquals(List.of(100L, 90L), plan.loads());
    }

    @Test
    void timesThatMakeNoSenseAreBounded() {
        Map<String, Long> times = Map.of("A", Long.MAX_VALUE, "B", Long.MAX_VALUE, "C", Long.MIN_VALUE);
        ShardPlan plan = ShardPlanner.plan(List.of("A", "B", "C"), times, Map.of(), List.of(0L));
        assertEquals(List.of(2_000_000_000_001L), plan.loads());
    }

    private static ShardPlan plan(List<Long> millis, int shards) {
        Map<String, Long> times = new HashMap<>();
        List<String> universe = names(millis.size());
        for (int i = 0; i < millis.size(); i++) {
            times.put(universe.get(i), millis.get(i));
        }
        return ShardPlanner.plan(universe, times, Map.of(), Collections.nCopies(shards, 0L));
    }

    private static long longest(ShardPlan plan) {
        return Collections.max(plan.loads());
    }

    private static long best(List<Long> millis, long[] sums, int next, long bestSoFar) {
        if (next == millis.size()) {
            long longest = 0;
            for (long sum : sums) {
                longest = Math.max(longest, sum);
            }
            return Math.min(longest, bestSoFar);
        }
        long best = bestSoFar;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += millis.get(next);
            best = sums[i] < best ? best(millis, sums, next + 1, best) : best;
            sums[i] -= millis.get(next);
            if (sums[i] == 0) {
                break; // empty shards are alike
            }
        }
        return best;
    }

    private static List<Long> loads(Random random, int shards) {
        List<Long> loads = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            loads.add(random.nextLong(5_000));
        }
        return loads;
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(String.format("a.C%02dTest", i));
        }
        return names;
    }
}
