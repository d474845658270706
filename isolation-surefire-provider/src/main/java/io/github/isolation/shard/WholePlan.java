package io.github.isolation.shard;

import io.github.isolation.shard.ShardPlan.Placed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a plan that somebody may have edited gives everything to somebody, and nothing to two: what no shard has would be run by none,
 * and what is there twice by two.
 */
final class WholePlan {
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, Integer> wanted = new HashMap<>();

    /**
     * One more unit.
     *
     * @throws IllegalArgumentException if something of it was there before
     */
    void take(Placed placed) {
        PlannedPart part = placed.unit().part();
        List<String> classes = placed.unit().classes();
        if (part.isWhole()) {
            for (String name : classes) {
                if (!names.add(name) || found.containsKey(name)) {
                    throw new IllegalArgumentException(name + " is there twice");
                }
            }
            return;
        }
        String name = placed.unit().name();
        String what = "part " + part.part() + " of " + part.of() + " of " + name;
        if (names.contains(name) || !members.add(what)) {
            throw new IllegalArgumentException(what + " is there twice");
        }
        if (!members.add(name + " on shard " + placed.shard())) {
            throw new IllegalArgumentException("shard " + placed.shard() + " has two parts of " + name);
        }
        Integer before = wanted.putIfAbsent(name, part.of());
        if (before != null && before != part.of()) {
            throw new IllegalArgumentException(what + ", and there are " + before + " of it in a line before");
        }
        for (String member : part.members()) {
            if (!members.add(name + "/" + member)) {
                throw new IllegalArgumentException(member + " of " + name + " is there twice");
            }
        }
        found.merge(name, 1, Integer::sum);
    }

    /**
     * There are no more units.
     *
     * @throws IllegalArgumentException if parts are missing
     */
    void end() {
        wanted.forEach((name, of) -> {
            if (found.getOrDefault(name, 0) < of) {
                throw new IllegalArgumentException(
                        name + " has " + of + " parts, and " + found.getOrDefault(name, 0) + " of them are there");
            }
        });
    }
}
