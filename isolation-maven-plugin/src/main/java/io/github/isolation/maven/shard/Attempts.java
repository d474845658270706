package io.github.isolation.maven.shard;

import io.github.isolation.shard.ShardHeader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Of several attempts at a shard, the one that counts. Pure. */
final class Attempts {
    private record Part(String group, String key, int shard, int total) {}

    private final List<Shipped> chosen = new ArrayList<>();
    private final Map<Shipped, Shipped> older = new LinkedHashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Attempts() {}

    static Attempts of(List<Shipped> runs) {
        Attempts attempts = new Attempts();
        Map<Part, List<Shipped>> parts = new LinkedHashMap<>();
        for (Shipped one : attempts.ofLastQueue(attempts.withoutCopies(runs))) {
            ShardHeader header = one.header();
            parts.computeIfAbsent(
                            new Part(header.group(), key(header), header.shard(), header.total()),
                            any -> new ArrayList<>())
                    .add(one);
        }
        parts.values().forEach(attempts::choose);
        return attempts;
    }

    /** Machines that could not join a queue have no numbers: none of them is another attempt of another one. */
    private static String key(ShardHeader header) {
        return header.isOfQueue() && header.isRefused() ? header.key() + " " + header.id() : header.key();
    }

    /** Those that count, one of each shard and execution. */
    List<Shipped> chosen() {
        return chosen;
    }

    /** Those that were tried again, and what came after them. */
    Map<Shipped, Shipped> older() {
        return older;
    }

    List<String> contradictions() {
        return contradictions;
    }

    List<String> notes() {
        return notes;
    }

    /** The same artifact may have been fetched twice. A run is known by its id; one id with two contents is none. */
    private List<Shipped> withoutCopies(List<Shipped> runs) {
        Map<String, Shipped> byId = new LinkedHashMap<>();
        Set<Shipped> copies = new HashSet<>();
        for (Shipped one : runs) {
            String id = one.header().id() + " " + one.header().key();
            Shipped first = byId.putIfAbsent(id, one);
            if (first != null) {
                copies.add(one);
                if (first.run().equals(one.run())) {
                    notes.add(one.file() + " is a copy of " + first.file());
                } else {
                    contradictions.add(first.file() + " and " + one.file() + " are of one run ("
                            + one.header().id() + "), and differ: one of them was changed or cut");
                }
            }
        }
        return runs.stream().filter(one -> !copies.contains(one)).toList();
    }

    /** Each attempt has a queue of its own, with all classes: an older one is history as a whole. */
    private List<Shipped> ofLastQueue(List<Shipped> runs) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (Shipped one : runs) {
            if (one.header().isOfQueue()) {
                last.merge(
                        one.header().group() + " " + one.header().key(),
                        one.header().attempt(),
                        Math::max);
            }
        }
        List<Shipped> chosenRuns = new ArrayList<>();
        for (Shipped one : runs) {
            int attempt = last.getOrDefault(
                    one.header().group() + " " + one.header().key(),
                    one.header().attempt());
            if (!one.header().isOfQueue() || one.header().attempt() == attempt) {
                chosenRuns.add(one);
            } else {
                notes.add(one.file() + " is of attempt " + one.header().attempt() + ", and history: attempt " + attempt
                        + " ran all classes of " + one.header().key() + " again");
            }
        }
        return chosenRuns;
    }

    private void choose(List<Shipped> part) {
        TreeMap<Integer, List<Shipped>> byAttempt = new TreeMap<>();
        part.forEach(one -> byAttempt
                .computeIfAbsent(one.header().attempt(), any -> new ArrayList<>())
                .add(one));
        Shipped best = null;
        for (List<Shipped> same : byAttempt.descendingMap().values()) {
            // A goal that was called twice in one build has two runs; the second one wrote over the reports of the
            // first.
            Shipped last = same.get(same.size() - 1);
            same.stream().filter(one -> !one.equals(last)).forEach(one -> older.put(one, last));
            for (Shipped one : same) {
                if (!one.header().build().equals(last.header().build())
                        || !one.file().equals(last.file())) {
                    contradictions.add(last.header().title() + " was run by two machines: " + one.file() + " and "
                            + last.file() + " are both attempt " + last.header().attempt()
                            + " of it; give each shard a number of its own, and each attempt");
                }
            }
            if (best == null) {
                best = last;
                chosen.add(last);
            } else {
                older.put(last, best);
                notes.add(last.header().title() + ": attempt " + best.header().attempt() + " counts, and attempt "
                        + last.header().attempt() + " of " + last.header().key() + " is history");
            }
        }
    }
}
