package io.github.isolation.shard;

import io.github.isolation.shard.DivisibleClass.Member;
import io.github.isolation.shard.DivisibleClass.Part;
import io.github.isolation.shard.ShardPlan.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Divides the classes that take longer than a shard would if all took the same time, and whose members are known. They come first, the
 * longest first, and fill shards up to a level, in the ways of {@link PartFilling}. The level is the lowest at which everything fits.
 * Whole numbers only, and names where numbers are equal. Pure.
 */
final class PartPlanner {
    /** What a part is worth at least, as a fraction of the mean: it costs a {@code @BeforeAll}. */
    private static final int LEAST = 10;

    /** So many levels are tried: the best of two to the power of so many. */
    private static final int TRIES = 24;

    private final List<Long> loads;
    private final long mean;
    private final List<DivisibleClass> divisible = new ArrayList<>();
    private final List<ShardUnit> others = new ArrayList<>();

    private PartPlanner(List<ShardUnit> units, Map<String, Map<String, Long>> members, List<Long> loads) {
        this.loads = loads;
        long sum = loads.stream().mapToLong(Long::longValue).sum()
                + units.stream().mapToLong(ShardUnit::millis).sum();
        this.mean = (sum + loads.size() - 1) / loads.size();
        for (ShardUnit unit : units) {
            Map<String, Long> of = members.getOrDefault(unit.name(), Map.of());
            DivisibleClass one = !of.isEmpty() && unit.millis() > mean ? DivisibleClass.of(unit, of) : null;
            if (one == null || 2 * one.setUp() >= unit.millis()) {
                others.add(unit);
            } else {
                divisible.add(one);
            }
        }
    }

    /**
     * The best of a plan without parts and those with some.
     *
     * @param units the longest first
     * @param members how long the members of classes take that may be divided
     */
    static ShardPlan better(
            ShardPlan whole, List<ShardUnit> units, Map<String, Map<String, Long>> members, List<Long> loads) {
        PartPlanner planner = new PartPlanner(units, members, loads);
        ShardPlan best = whole;
        for (PartFilling filling : planner.divisible.isEmpty() ? List.<PartFilling>of() : PartFilling.ALL) {
            best = planner.better(best, filling);
        }
        return best;
    }

    private ShardPlan better(ShardPlan known, PartFilling filling) {
        ShardPlan best = known;
        long low = mean;
        long high = longest(known);
        for (int i = 0; i < TRIES && low < high; i++) {
            long level = low + (high - low) / 2;
            ShardPlan plan = upTo(level, filling);
            best = longest(plan) < longest(best) ? plan : best;
            if (longest(plan) <= level) {
                high = level;
            } else {
                low = level + 1;
            }
        }
        return best;
    }

    private static long longest(ShardPlan plan) {
        return Collections.max(plan.loads());
    }

    private ShardPlan upTo(long level, PartFilling filling) {
        List<Long> sums = new ArrayList<>(loads);
        List<Placed> placed = new ArrayList<>();
        List<ShardUnit> wholes = new ArrayList<>(others);
        for (DivisibleClass one : divisible) {
            List<Part> parts = filling.parts(one, sums, level, Math.max(1, mean / LEAST));
            if (parts.size() < 2) {
                wholes.add(one.unit());
                continue;
            }
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                boolean last = i == parts.size() - 1;
                long millis = one.setUp() + DivisibleClass.sum(part.members());
                sums.set(part.shard(), sums.get(part.shard()) + millis);
                PlannedPart planned = new PlannedPart(i + 1, parts.size(), last ? List.of() : names(part));
                placed.add(new Placed(part.shard() + 1, new ShardUnit(one.unit().classes(), millis, planned)));
            }
        }
        ShardPlanner.place(wholes, sums, placed);
        return new ShardPlan(placed, sums);
    }

    private static List<String> names(Part part) {
        return part.members().stream().map(Member::name).sorted().toList();
    }
}
