package io.github.isolation.maven.shard;

import static java.util.stream.Collectors.joining;

import io.github.isolation.settings.SettingNames;
import io.github.isolation.shard.Digests;
import io.github.isolation.shard.ScannedClass;
import io.github.isolation.shard.ShardHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Whether the shards speak of the same tests, shared out in the same way. Pure. */
final class Agreement {
    private static final int NAMED = 10;

    private final List<String> contradictions = new ArrayList<>();

    private Agreement() {}

    /** What they do not agree upon, a line each. */
    static List<String> contradictions(List<Shipped> runs) {
        Agreement agreement = new Agreement();
        List<Shipped> named =
                runs.stream().filter(one -> !one.header().run().isEmpty()).toList();
        agreement.same(
                named, one -> one.header().run(), "shards are of different builds (" + SettingNames.SHARD_RUN + ")");
        byGroup(runs).forEach((group, of) -> {
            agreement.same(of, one -> "" + one.header().total(), "shards are parts of different numbers of shards");
            byKey(of).forEach(agreement::look);
        });
        return agreement.contradictions;
    }

    /** Shards that run the same tests in the same way. */
    static Map<String, List<Shipped>> byGroup(List<Shipped> runs) {
        return grouped(runs, one -> one.header().group());
    }

    /** The shards of one execution of one module. */
    static Map<String, List<Shipped>> byKey(List<Shipped> runs) {
        return grouped(runs, one -> one.header().key());
    }

    private static Map<String, List<Shipped>> grouped(List<Shipped> runs, Function<Shipped, String> by) {
        Map<String, List<Shipped>> groups = new TreeMap<>();
        runs.forEach(one ->
                groups.computeIfAbsent(by.apply(one), any -> new ArrayList<>()).add(one));
        return groups;
    }

    private void look(String key, List<Shipped> all) {
        List<Shipped> runs =
                all.stream().filter(one -> !one.header().isRefused()).toList();
        if (runs.isEmpty()) {
            return; // none of them has begun, so there is nothing to agree upon
        }
        runs.forEach(one -> lookAtItself(key, one));
        Shipped first = runs.get(0);
        for (Shipped one : runs.subList(1, runs.size())) {
            String both =
                    key + ": " + first.header().title() + " and " + one.header().title();
            if (!one.header().universe().equals(first.header().universe())) {
                contradictions.add(both + " have found other classes: " + difference(names(first), names(one)));
            } else if (!one.header().plan().equals(first.header().plan())) {
                contradictions.add(both + " have another plan of who runs what: " + why(first.header(), one.header()));
            } else if (differByLines(first, one)) {
                contradictions.add(both + " have one plan by their headers, and another by their lines: "
                        + difference(plan(first), plan(one)) + "; one of them was changed");
            }
            otherBytes(both, first, one);
        }
    }

    /** The digests in the header are of the lines below it. */
    private void lookAtItself(String key, Shipped one) {
        boolean isAsPlanned = hasParts(one)
                || one.header().isOfQueue()
                || Digests.ofLines(plan(one)).equals(one.header().plan());
        if (!isBegun(one) && (!Digests.ofLines(names(one)).equals(one.header().universe()) || !isAsPlanned)) {
            contradictions.add(key + ": " + one.title() + " was changed: its classes are not those of its header");
        }
    }

    /** Its lines may end anywhere. */
    private static boolean isBegun(Shipped one) {
        return one.run().end() == null && one.run().reported().isEmpty();
    }

    private static boolean hasParts(Shipped one) {
        return one.run().scanned().stream().anyMatch(scanned -> scanned.of() > 0);
    }

    private static boolean differByLines(Shipped first, Shipped other) {
        return (hasParts(first) || hasParts(other))
                && !isBegun(first)
                && !isBegun(other)
                && !plan(first).equals(plan(other));
    }

    /**
     * Who has what, by its lines. Those do not say which members a part has, which the plan in the header stands for as well: where
     * there are parts, machines are compared with each other.
     */
    private static Set<String> plan(Shipped one) {
        Map<Planned, Integer> shards = new TreeMap<>();
        one.run().scanned().forEach(scanned -> shards.put(Planned.of(scanned), scanned.shard()));
        Set<String> plan = new LinkedHashSet<>();
        shards.forEach((what, shard) -> plan.add(shard + " " + what));
        return plan;
    }

    private static String why(ShardHeader first, ShardHeader other) {
        return first.times().equals(other.times())
                ? "modules before this one were not the same on both machines, or each had a plan file of its own"
                : "they know other times; let all machines of a build restore the same ones, or hand one plan to all of them";
    }

    private void otherBytes(String both, Shipped first, Shipped other) {
        Map<String, String> digests = new LinkedHashMap<>();
        first.run().scanned().forEach(one -> digests.put(one.name(), one.digest()));
        List<String> differ = other.run().scanned().stream()
                .filter(one -> !digests.getOrDefault(one.name(), one.digest()).equals(one.digest()))
                .map(ScannedClass::name)
                .distinct()
                .toList();
        if (!differ.isEmpty()) {
            contradictions.add(both + " have other class files of " + some(differ)
                    + "; build once and hand it to all machines, or build the same commit with the same JDK");
        }
    }

    private static Set<String> names(Shipped one) {
        Set<String> names = new TreeSet<>();
        one.run().scanned().forEach(scanned -> names.add(scanned.name()));
        return names;
    }

    private static String difference(Set<String> one, Set<String> other) {
        List<String> first = one.stream().filter(name -> !other.contains(name)).toList();
        List<String> second = other.stream().filter(name -> !one.contains(name)).toList();
        return "only the first " + some(first) + "; only the second " + some(second);
    }

    /** Names, not all of them where there are many. */
    static String some(List<String> names) {
        int more = names.size() - NAMED;
        return names.isEmpty()
                ? "none"
                : names.stream().limit(NAMED).collect(joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    private void same(List<Shipped> runs, Function<Shipped, String> of, String what) {
        Map<String, List<Shipped>> values = grouped(runs, of);
        if (values.size() > 1) {
            contradictions.add(what + ": "
                    + values.entrySet().stream()
                            .map(one -> one.getKey() + " in "
                                    + one.getValue().stream()
                                            .map(shipped -> shipped.file().toString())
                                            .distinct()
                                            .collect(joining(", ")))
                            .collect(joining("; ")));
        }
    }
}
