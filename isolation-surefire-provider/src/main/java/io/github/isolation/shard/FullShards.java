package io.github.isolation.shard;

import io.github.isolation.shard.DivisibleClass.Member;
import io.github.isolation.shard.DivisibleClass.Part;
import java.util.ArrayList;
import java.util.List;

/** Fills one shard after the other up to the level; what is over goes to the next (McNaughton's wrap-around rule). */
final class FullShards implements PartFilling {
    @Override
    public List<Part> parts(DivisibleClass divisible, List<Long> sums, long level, long least) {
        List<Part> parts = new ArrayList<>();
        List<Member> left = divisible.members();
        for (int shard : DivisibleClass.leastFirst(sums)) {
            List<Member> taken = fitting(left, level - sums.get(shard) - divisible.setUp());
            List<Member> rest = without(left, taken);
            while (!rest.isEmpty() && DivisibleClass.sum(rest) < least && !taken.isEmpty()) {
                taken = taken.subList(0, taken.size() - 1); // the next part has to be worth its set-up as well
                rest = without(left, taken);
            }
            if (rest.isEmpty() || DivisibleClass.sum(taken) >= least) {
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
}
