package io.github.isolation.record;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far a run, or several, are at one moment.
 *
 * @param done how many classes are
 * @param all how many classes there are; 0 where nobody knows
 * @param failures how many tests have failed
 * @param leftMillis how long it is going to take; nothing if there is too little to go by
 * @param running what runs at this moment, the oldest first
 */
public record HowFar(int done, int all, int failures, OptionalLong leftMillis, List<Running> running) {
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long SECONDS_PER_MINUTE = 60;

    /**
     * A class in some worker's hand.
     *
     * @param millis for how long
     */
    public record Running(String className, long millis) {}

    public HowFar {
        running = running.stream()
                .sorted(Comparator.comparingLong(Running::millis).reversed())
                .toList();
    }

    /** Of runs that go on side by side: what is not known of one of them is not known of all. */
    public static HowFar of(List<HowFar> runs) {
        boolean known = runs.stream().allMatch(run -> run.all > 0);
        return new HowFar(
                runs.stream().mapToInt(HowFar::done).sum(),
                known ? runs.stream().mapToInt(HowFar::all).sum() : 0,
                runs.stream().mapToInt(HowFar::failures).sum(),
                runs.stream().allMatch(run -> run.leftMillis.isPresent())
                        ? runs.stream()
                                .mapToLong(run -> run.leftMillis.getAsLong())
                                .max()
                        : OptionalLong.empty(),
                runs.stream().flatMap(run -> run.running.stream()).toList());
    }

    /** As in 3 of 20 classes. */
    public String classes() {
        return all > 0 ? done + " of " + all + " classes" : done + (done == 1 ? " class" : " classes");
    }

    /** What comes behind that: failures, and what is left; nothing if there is neither. */
    public String rest() {
        StringBuilder rest = new StringBuilder();
        if (failures > 0) {
            rest.append(", ").append(failures).append(failures == 1 ? " failed test" : " failed tests");
        }
        if (leftMillis.isPresent()) {
            rest.append(", about ").append(time(leftMillis.getAsLong())).append(" left");
        }
        return rest.toString();
    }

    /** As in 45 s, 1:05 min. */
    public static String time(long millis) {
        long seconds = (Math.max(0, millis) + MILLIS_PER_SECOND / 2) / MILLIS_PER_SECOND;
        return seconds < SECONDS_PER_MINUTE
                ? seconds + " s"
                : String.format(Locale.ROOT, "%d:%02d min", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }
}
