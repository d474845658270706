package io.github.isolation.shard;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** The shard of each class, from 1; of one in parts, that of the first part. */
    public Map<String, Integer> shards() {
        Map<String, Integer> shards = new TreeMap<>();
        for (Placed one : placed) {
            if (one.unit().part().part() <= 1) {
                one.unit().classes().forEach(name -> shards.put(name, one.shard()));
            }
        }
        return shards;
    }

    /** What a shard has, by class, and how much of it: at most one part of each. */
    public Map<String, PlannedPart> of(int shard) {
        Map<String, PlannedPart> own = new TreeMap<>();
        for (Placed one : placed) {
            if (one.shard() == shard) {
                one.unit().classes().forEach(name -> own.put(name, one.unit().part()));
            }
        }
        return own;
    }

    /** Where each class is, or its parts, in their order. */
    public Map<String, List<Placed>> byClass() {
        Map<String, List<Placed>> byClass = new TreeMap<>();
        for (Placed one : placed) {
            for (String name : one.unit().classes()) {
                byClass.computeIfAbsent(name, any -> new ArrayList<>()).add(one);
            }
        }
        byClass.values()
                .forEach(parts -> parts.sort(
                        Comparator.comparingInt(one -> one.unit().part().part())));
        return byClass;
    }

    /** Where the parts of a class are, in their order; one that is whole has one. */
    public List<Placed> partsOf(String className) {
        return List.copyOf(byClass().getOrDefault(className, List.of()));
    }

    /** The members of a class that its parts name: what the last part leaves out. */
    public List<String> named(String className) {
        return partsOf(className).stream()
                .flatMap(one -> one.unit().part().members().stream())
                .sorted()
                .toList();
    }

    /** Stands for who has what: the same for the same plan on any machine, and for no other. */
    public String digest() {
        Map<String, String> lines = new TreeMap<>();
        for (Placed one : placed) {
            PlannedPart part = one.unit().part();
            for (String name : one.unit().classes()) {
                lines.put(
                        name + " " + part.part(),
                        one.shard() + " " + name
                                + (part.isWhole()
                                        ? ""
                                        : " " + part.part() + "/" + part.of() + " "
                                                + String.join("|", part.members())));
            }
        }
        return Digests.ofLines(new ArrayList<>(lines.values()));
    }
}
