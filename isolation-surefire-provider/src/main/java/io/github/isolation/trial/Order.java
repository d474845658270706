package io.github.isolation.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

/** An order in which a suite is run once more, in so many forks. */
public enum Order {
    AS_IT_RAN,
    REVERSED,
    SHUFFLED;

    /** The same each time, so that what it shows can be seen again. */
    private static final long SEED = 1;

    /**
     * A run of all of them.
     *
     * @param classes in the order in which they ran
     * @param forks in which they run now, each class in the one that has least to do by then
     * @param groups classes of one group run in one fork, by name; others are in none
     * @param millis how long a class takes, as far as that is known
     */
    public Trial trial(List<String> classes, int forks, Map<String, String> groups, ToLongFunction<String> millis) {
        List<String> ordered = new ArrayList<>(classes);
        if (this == REVERSED) {
            Collections.reverse(ordered);
        } else if (this == SHUFFLED) {
            Collections.shuffle(ordered, new Random(SEED));
        }
        List<List<Piece>> lanes = new ArrayList<>();
        long[] loads = new long[Math.max(1, Math.min(forks, ordered.size()))];
        for (int i = 0; i < loads.length; i++) {
            lanes.add(new ArrayList<>());
        }
        Map<String, Integer> laneOfGroup = new HashMap<>();
        for (String name : ordered) {
            String group = groups.get(name);
            int lane = laneOfGroup.getOrDefault(group == null ? "" : group, least(loads));
            if (group != null) {
                laneOfGroup.put(group, lane);
            }
            loads[lane] += Math.max(1, millis.applyAsLong(name));
            lanes.get(lane).add(Piece.whole(name));
        }
        lanes.removeIf(List::isEmpty);
        return new Trial(lanes);
    }

    private static int least(long[] loads) {
        int least = 0;
        for (int i = 1; i < loads.length; i++) {
            least = loads[i] < loads[least] ? i : least;
        }
        return least;
    }

    /** In words. */
    public String words() {
        return this == AS_IT_RAN ? "in the order of the run" : name().toLowerCase(Locale.ROOT);
    }
}
