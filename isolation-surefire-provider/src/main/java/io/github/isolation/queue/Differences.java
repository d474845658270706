package io.github.isolation.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In words, why two machines are not of one run. */
final class Differences {
    private static final int NAMED = 10;

    private Differences() {}

    /** Between the classes of a run and those of one that wants to join. */
    static String of(Entry entry, Collection<String> there, Collection<String> here) {
        List<String> parts = new ArrayList<>();
        add(parts, "here, and not in the queue: ", here, there);
        add(parts, "in the queue, and not here: ", there, here);
        return "run " + entry.run() + " has other classes of " + entry.key() + " than this machine: "
                + String.join("; ", parts)
                + ". All machines have to build the same commit with the same filters; another build needs another"
                + " isolation.shardRun";
    }

    private static void add(List<String> parts, String what, Collection<String> of, Collection<String> without) {
        Set<String> only = new TreeSet<>(of);
        only.removeAll(without);
        if (!only.isEmpty()) {
            int more = only.size() - NAMED;
            parts.add(what
                    + only.stream().limit(NAMED).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }
}
