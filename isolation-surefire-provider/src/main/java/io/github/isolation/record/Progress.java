package io.github.isolation.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * How far a run is, from the facts about it so far, and how long it is going to take, from how long its classes took before. Not
 * thread-safe.
 */
public final class Progress {
    private static final int NAMED = 3;
    private static final long MILLIS_PER_SECOND = 1000;
    private static final long SECONDS_PER_MINUTE = 60;

    private final Map<String, Long> usualMillis;
    private final Set<String> waiting = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Long> runningSince = new LinkedHashMap<>();
    private int all;
    private int forks = 1;
    private int failures;

    /** Of a run in which nothing has happened; by class, how many milliseconds each took when it ran last. */
    public Progress(Map<String, Long> usualMillis) {
        this.usualMillis = Map.copyOf(usualMillis);
    }

    /** Something has happened. */
    public void take(Fact fact) {
        if (fact instanceof RunFact run) {
            all = run.classes().size();
            waiting.addAll(run.classes());
            forks = Math.max(1, run.forks());
        } else if (fact instanceof ClassFact handed) {
            waiting.remove(handed.className());
            done.remove(handed.className());
            runningSince.putIfAbsent(handed.className(), handed.at());
        } else if (fact instanceof ClassEndFact end) {
            runningSince.remove(end.className());
            done.add(end.className());
        } else if (fact instanceof TestFact test && test.isFailure() && test.attempt() == 1) {
            failures++;
        }
    }

    /** It in one line, so many milliseconds after the beginning of the run. */
    public String line(long atMillis) {
        StringBuilder line = new StringBuilder();
        line.append(done.size());
        if (all > 0) {
            line.append(" of ").append(Math.max(all, done.size() + runningSince.size()));
        }
        line.append(done.size() == 1 && all == 0 ? " class" : " classes")
                .append(" done after ")
                .append(time(atMillis));
        if (failures > 0) {
            line.append(", ").append(failures).append(failures == 1 ? " failed test" : " failed tests");
        }
        OptionalLong left = leftMillis(atMillis);
        if (left.isPresent()) {
            line.append(", about ").append(time(left.getAsLong())).append(" left");
        }
        return line.append(running(atMillis)).toString();
    }

    private String running(long atMillis) {
        List<Map.Entry<String, Long>> oldest = new ArrayList<>(runningSince.entrySet());
        oldest.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, Long> one : oldest.subList(0, Math.min(NAMED, oldest.size()))) {
            names.append(names.isEmpty() ? "; running: " : ", ")
                    .append(one.getKey())
                    .append(" for ")
                    .append(time(atMillis - one.getValue()));
        }
        int others = oldest.size() - NAMED;
        return others > 0
                ? names.append(" and ")
                        .append(others)
                        .append(others == 1 ? " other" : " others")
                        .toString()
                : names.toString();
    }

    /**
     * How long it is going to take: what waits goes to whichever fork is free first. Nothing if there is too little to go by: less
     * than half of what is left has run before.
     */
    OptionalLong leftMillis(long atMillis) {
        long known = waiting.stream().filter(usualMillis::containsKey).count();
        known += runningSince.keySet().stream().filter(usualMillis::containsKey).count();
        int left = waiting.size() + runningSince.size();
        if (all == 0 || known * 2 < left) {
            return OptionalLong.empty();
        }
        long median = median();
        PriorityQueue<Long> free = new PriorityQueue<>();
        runningSince.forEach(
                (name, since) -> free.add(Math.max(0, usualMillis.getOrDefault(name, median) - (atMillis - since))));
        int useful = Math.min(forks, left); // who has nothing to do is not waited for
        while (free.size() < useful) {
            free.add(0L);
        }
        waiting.stream()
                .map(name -> usualMillis.getOrDefault(name, median))
                .sorted(Comparator.reverseOrder())
                .forEach(millis -> free.add(free.remove() + millis));
        return free.stream().mapToLong(Long::longValue).max();
    }

    private long median() {
        long[] sorted = usualMillis.values().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    /** As in 45 s, 1:05 min. */
    private static String time(long millis) {
        long seconds = (Math.max(0, millis) + MILLIS_PER_SECOND / 2) / MILLIS_PER_SECOND;
        return seconds < SECONDS_PER_MINUTE
                ? seconds + " s"
                : String.format(Locale.ROOT, "%d:%02d min", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }
}
