package io.github.isolation.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which shard has which units.
 *
 * @param placed each unit, once
 * @param loads how much each shard has to do, in milliseconds, with what modules before this one gave it; the first is shard 1
 */
public record ShardPlan(List<Placed> placed, List<Long> loads) {
    /**
     * A unit and where it goes.
     *
     * @param shard from 1
     */
    public record Placed(int shard, ShardUnit unit) {}

    public ShardPlan {
        placed = List.copyOf(placed);
        loads = List.copyOf(loads);
    }

    /** How many shards there are. */
    public int total() {
        return loads.size();
    }

    /** The shard of each class, from 1. */
    public Map<String, Integer> shards() {
        Map<String, Integer> shards = new TreeMap<>();
        placed.forEach(one -> one.unit().classes().forEach(name -> shards.put(name, one.shard())));
        return shards;
    }

    /** Stands for who has what: the same for the same plan on any machine, and for no other. */
    public String digest() {
        List<String> lines = new ArrayList<>();
        shards().forEach((name, shard) -> lines.add(shard + " " + name));
        return Digests.ofLines(lines);
    }
}
