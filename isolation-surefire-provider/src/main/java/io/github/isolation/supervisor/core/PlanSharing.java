package io.github.isolation.supervisor.core;

import java.util.Map;

/**
 * How many classes a worker is offered for one plan of JUnit's. Of several forks the others may have nothing to do while one
 * runs what it was offered, so there it is little, and only of what is known to be short.
 *
 * @param most how many at a time, besides the one that is handed out; 0 for none
 * @param mostMillis how long they may take together, as far as times matter
 * @param timesMatter whether classes of which nobody knows how long they take are offered at all
 * @param lastMillis how long classes took when they ran last, by name
 */
public record PlanSharing(int most, long mostMillis, boolean timesMatter, Map<String, Long> lastMillis) {
    /** One class at a time. */
    public static final PlanSharing NONE = new PlanSharing(0, 0, false, Map.of());

    /** What a launcher costs for each of its runs is a hundredth then; a worker that dies wastes a discovery of so many. */
    private static final int MOST_OF_ONE_FORK = 100;

    /** A tenth of a second is less than what the forks of a suite differ by anyway. */
    private static final int MOST_OF_SEVERAL_FORKS = 20;

    private static final long MOST_MILLIS_OF_SEVERAL_FORKS = 100;

    /** For so many forks, with the times of the last run. */
    public static PlanSharing of(int forks, Map<String, Long> lastMillis) {
        return forks == 1
                ? new PlanSharing(MOST_OF_ONE_FORK, 0, false, Map.of())
                : new PlanSharing(MOST_OF_SEVERAL_FORKS, MOST_MILLIS_OF_SEVERAL_FORKS, true, Map.copyOf(lastMillis));
    }

    /** Whether a class can be offered with so many others that take so long. */
    boolean allows(String className, int others, long theirMillis) {
        return others < most && (!timesMatter || theirMillis + millis(className) <= mostMillis);
    }

    /** How long a class is believed to take. */
    long millis(String className) {
        return lastMillis.getOrDefault(className, mostMillis + 1);
    }
}
