package io.github.isolation.supervisor.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which classes go to one fork, and which to one worker: said by the code of the tests, or by the record of a run. */
public final class Placement {
    /** Each class runs wherever there is a fork for it. */
    public static final Placement FREE = sameFork(Map.of());

    private final Map<String, String> groups;
    private final Map<String, Integer> forks;

    private Placement(Map<String, String> groups, Map<String, Integer> forks) {
        this.groups = Map.copyOf(groups);
        this.forks = Map.copyOf(forks);
    }

    /** Classes of one group, of which this is given by class name, run in one fork, whichever takes the first of them. */
    public static Placement sameFork(Map<String, String> groups) {
        return new Placement(groups, Map.of());
    }

    /**
     * A run again. The order of the classes of a worker is that in which they are handed to the {@link Supervision}.
     *
     * @param workers for each fork, by its number, what each of its workers runs, one worker after the other
     */
    public static Placement replay(Map<Integer, List<List<String>>> workers) {
        Map<String, String> groups = new HashMap<>();
        Map<String, Integer> forks = new HashMap<>();
        workers.forEach((fork, lists) -> {
            for (List<String> classes : lists) {
                String group = "worker " + (forks.size() + 1);
                forks.put(group, fork);
                classes.forEach(name -> groups.put(name, group));
            }
        });
        return new Placement(groups, forks);
    }

    /** The same, where the first fork has this number and not 1, as Surefire's own fork may have with {@code mvn -T}. */
    public Placement beginningAt(int first) {
        Map<String, Integer> moved = new HashMap<>();
        forks.forEach((group, fork) -> moved.put(group, fork + first - 1));
        return new Placement(groups, moved);
    }

    /** The group of a class; null if it is in none. */
    @Nullable
    String group(String className) {
        return groups.get(className);
    }

    /** The forks of groups, as far as that is decided before anything runs. */
    Map<String, Integer> forks() {
        return forks;
    }

    /** In a replay, what stands for the worker of the record that ran this class; null if none did. */
    @Nullable
    String worker(String className) {
        String group = groups.get(className);
        return group != null && forks.containsKey(group) ? group : null;
    }

    /** The highest number of a fork that is named; 0 if none is. */
    int highestFork() {
        int highest = 0;
        for (int fork : forks.values()) {
            highest = Math.max(highest, fork);
        }
        return highest;
    }
}
