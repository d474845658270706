package io.github.isolation.maven.shard;

import io.github.isolation.shard.ClassMembers;
import io.github.isolation.shard.PlannedPart;
import io.github.isolation.shard.ReportedClass.State;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardPlan.Placed;
import io.github.isolation.shard.ShardUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A class in three parts, as one machine sees it: made up, and right unless a test wants it otherwise. */
final class DividedOnDisk {
    static final String NAME = "a.LongTest";

    /** The shard of each part; 0 for one that the plan leaves out. */
    final List<Integer> shards = new ArrayList<>(List.of(1, 2, 3));

    /** The members that each part names: none in the last one. */
    final List<List<String>> named =
            new ArrayList<>(List.of(List.of("method:a()", "method:b()"), List.of("nested-class:C"), List.of()));

    /** What the machine finds in it. */
    final Set<String> found = new TreeSet<>(List.of("method:a()", "method:b()", "method:d()", "nested-class:C"));

    /** What it runs; null for what it should. */
    @Nullable
    Set<String> own;

    /** Whether it finds that its tests belong together. */
    boolean whole;

    /** Whether nothing is written down of its members. */
    boolean silent;

    /** What becomes of it; null for what should. */
    @Nullable
    State state;

    /** How long each member takes, and how long whatever else is to be done in the class. */
    long millis = 1_000;

    long besides = 300;

    List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        for (int part = 1; part <= named.size(); part++) {
            int shard = shards.get(part - 1);
            if (shard > 0) {
                PlannedPart planned = new PlannedPart(part, named.size(), named.get(part - 1));
                placed.add(new Placed(shard, new ShardUnit(List.of(NAME), 1, planned)));
            }
        }
        return placed;
    }

    List<ScannedClass> scanned() {
        return placed().stream()
                .map(one -> new ScannedClass(
                        NAME,
                        one.shard(),
                        "bytes of it",
                        one.unit().part().part(),
                        one.unit().part().of()))
                .toList();
    }

    /** What a machine runs of it that has this part. */
    Set<String> own(int part) {
        if (own != null) {
            return own;
        }
        Set<String> all = new TreeSet<>(whole && part > 1 ? Set.of() : found);
        if (part == named.size()) {
            named.forEach(all::removeAll);
        } else if (!whole) {
            all.retainAll(named.get(part - 1));
        }
        return all;
    }

    State state(int part) {
        return state != null ? state : own(part).isEmpty() ? State.EMPTY : State.REPORTED;
    }

    List<ClassMembers> members(int part) {
        SortedMap<String, Long> took = new TreeMap<>();
        own(part).forEach(member -> took.put(member, millis));
        return silent
                ? List.of()
                : List.of(new ClassMembers(NAME, part, named.size(), whole, List.copyOf(found), took));
    }
}
