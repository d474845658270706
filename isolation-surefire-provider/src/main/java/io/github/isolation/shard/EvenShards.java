package io.github.isolation.shard;

import io.github.isolation.shard.DivisibleClass.Member;
import io.github.isolation.shard.DivisibleClass.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Shares the members out over as few shards as can take them, each to the one that has least to do (longest processing time first).
 * With members that are long beside the level, full shards would leave one of them over in the end.
 */
final class EvenShards implements PartFilling {
    @Override
    public List<Part> parts(DivisibleClass divisible, List<Long> sums, long level, long least) {
        List<Integer> shards = DivisibleClass.leastFirst(sums);
        long room = 0;
        for (int many = 1; many <= shards.size(); many++) {
            room += level - sums.get(shards.get(many - 1)) - divisible.setUp();
            if (room < DivisibleClass.sum(divisible.members())) {
                continue;
            }
            List<Shard> filled = filled(divisible, sums, shards.subList(0, many));
            if (filled.stream().allMatch(one -> one.sum <= level && DivisibleClass.sum(one.members) >= least)) {
                return filled.stream()
                        .map(one -> new Part(one.number, one.members))
                        .toList();
            }
        }
        return List.of();
    }

    private static List<Shard> filled(DivisibleClass divisible, List<Long> sums, List<Integer> shards) {
        List<Shard> filled = new ArrayList<>();
        for (int shard : shards) {
            filled.add(new Shard(shard, sums.get(shard) + divisible.setUp()));
        }
        PriorityQueue<Shard> leastFirst = new PriorityQueue<>(
                Comparator.<Shard>comparingLong(one -> one.sum).thenComparingInt(one -> one.number));
        leastFirst.addAll(filled);
        for (Member member : divisible.members()) {
            Shard shard = leastFirst.remove();
            shard.members.add(member);
            shard.sum += member.millis();
            leastFirst.add(shard);
        }
        return filled;
    }

    private static final class Shard {
        private final int number;
        private final List<Member> members = new ArrayList<>();
        private long sum;

        Shard(int number, long sum) {
            this.number = number;
            this.sum = sum;
        }
    }
}
