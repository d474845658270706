package io.github.isolation.shard;

import io.github.isolation.shard.ShardPlan.Placed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides the classes that take longer than a shard would if all took the same time, and whose members are known. They come first, the
 * longest first, and fill one shard after the other up to a level; what is over goes to the next (McNaughton's wrap-around rule). The
 * level is the lowest at which everything fits. Whole numbers only, and names where numbers are equal. Pure.
 */
final class PartPlanner {
    /** What a part is worth at least, as a fraction of the mean: it costs a {@code @BeforeAll}. */
    private static final int LEAST = 10;

    /** So many levels are tried: the best of two to the power of so many. */
    private static final int TRIES = 24;

    private record Member(String name, long millis) {}

    /**
     * A class that could be divided.
     *
     * @param setUp what each part takes besides its members
     * @param members the longest first
     */
    private record Divisible(ShardUnit unit, long setUp, List<Member> members) {}

    private record Part(int shard, List<Member> members) {}

    private final List<Long> loads;
    private final long mean;
    private final List<Divisible> divisible = new ArrayList<>();
    private final List<ShardUnit> others = new ArrayList<>();

    private PartPlanner(List<ShardUnit> units, Map<String, Map<String, Long>> members, List<Long> loads) {
        this.loads = loads;
        long sum = loads.stream().mapToLong(Long::longValue).sum()
                + units.stream().mapToLong(ShardUnit::millis).sum();
        this.mean = (sum + loads.size() - 1) / loads.size();
        for (ShardUnit unit : units) {
            Map<String, Long> of = members.getOrDefault(unit.name(), Map.of());
            Divisible one = !of.isEmpty() && unit.millis() > mean ? divisible(unit, of) : null;
            if (one == null || 2 * one.setUp() >= unit.millis()) {
                others.add(unit);
            } else {
                divisible.add(one);
            }
        }
    }

    private static Divisible divisible(ShardUnit unit, Map<String, Long> millis) {
        List<Member> members = new ArrayList<>();
        new TreeMap<>(millis).forEach((name, took) -> members.add(new Member(name, ShardPlanner.bounded(took))));
        members.sort(Comparator.comparingLong(Member::millis).reversed().thenComparing(Member::name));
        return new Divisible(unit, Math.max(0, unit.millis() - sum(members)), members);
    }

    private static long sum(List<Member> members) {
        return members.stream().mapToLong(Member::millis).sum();
    }

    /**
     * The better of a plan without parts and one with some.
     *
     * @param units the longest first
     * @param members how long the members of classes take that may be divided
     */
    static ShardPlan better(
            ShardPlan whole, List<ShardUnit> units, Map<String, Map<String, Long>> members, List<Long> loads) {
        PartPlanner planner = new PartPlanner(units, members, loads);
        ShardPlan best = whole;
        long low = planner.mean;
        long high = longest(whole);
        for (int i = 0; i < TRIES && low < high && !planner.divisible.isEmpty(); i++) {
            long level = low + (high - low) / 2;
            ShardPlan plan = planner.upTo(level);
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

    private ShardPlan upTo(long level) {
        List<Long> sums = new ArrayList<>(loads);
        List<Placed> placed = new ArrayList<>();
        List<ShardUnit> wholes = new ArrayList<>(others);
        for (Divisible one : divisible) {
            List<Part> parts = parts(one, sums, level);
            if (parts.size() < 2) {
                wholes.add(one.unit());
                continue;
            }
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                boolean last = i == parts.size() - 1;
                long millis = one.setUp() + sum(part.members());
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

    /** None if it does not fit below this level. */
    private List<Part> parts(Divisible one, List<Long> sums, long level) {
        List<Part> parts = new ArrayList<>();
        List<Member> left = one.members();
        long least = Math.max(1, mean / LEAST);
        for (int shard : leastFirst(sums)) {
            long room = level - sums.get(shard) - one.setUp();
            List<Member> taken = fitting(left, room);
            List<Member> rest = without(left, taken);
            while (!rest.isEmpty() && sum(rest) < least && !taken.isEmpty()) {
                taken = taken.subList(0, taken.size() - 1); // the next part has to be worth its set-up as well
                rest = without(left, taken);
            }
            if (rest.isEmpty() || sum(taken) >= least) {
                parts.add(new Part(shard, taken));
                left = rest;
            }
            if (left.isEmpty()) {
                return parts;
            }
        }
        return List.of();
    }

    private static List<Member> fitting(List<Member> members, long room) {
        List<Member> fitting = new ArrayList<>();
        long free = room;
        for (Member member : members) {
            if (member.millis() <= free) {
                fitting.add(member);
                free -= member.millis();
            }
        }
        return fitting;
    }

    /** Both are in the same order. */
    private static List<Member> without(List<Member> all, List<Member> some) {
        List<Member> rest = new ArrayList<>();
        int next = 0;
        for (Member member : all) {
            if (next < some.size() && some.get(next).equals(member)) {
                next++;
            } else {
                rest.add(member);
            }
        }
        return rest;
    }

    private static List<Integer> leastFirst(List<Long> sums) {
        List<Integer> shards = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            shards.add(i);
        }
        shards.sort(Comparator.comparing(sums::get));
        return shards;
    }
}
