package io.github.isolation.shard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A class that could be divided.
 *
 * @param setUp what each part takes besides its members
 * @param members the longest first
 */
record DivisibleClass(ShardUnit unit, long setUp, List<Member> members) {
    record Member(String name, long millis) {}

    /** Some members on one shard, counted from 0. */
    record Part(int shard, List<Member> members) {}

    /** With what each of its members takes. */
    static DivisibleClass of(ShardUnit unit, Map<String, Long> millis) {
        List<Member> members = new ArrayList<>();
        new TreeMap<>(millis).forEach((name, took) -> members.add(new Member(name, ShardPlanner.bounded(took))));
        members.sort(Comparator.comparingLong(Member::millis).reversed().thenComparing(Member::name));
        return new DivisibleClass(unit, Math.max(0, unit.millis() - sum(members)), members);
    }

    static long sum(List<Member> members) {
        return members.stream().mapToLong(Member::millis).sum();
    }

    /** Shards that have least to do come first; of equal ones, that of the lower number. */
    static List<Integer> leastFirst(List<Long> sums) {
        List<Integer> shards = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            shards.add(i);
        }
        shards.sort(Comparator.comparing(sums::get));
        return shards;
    }
}
