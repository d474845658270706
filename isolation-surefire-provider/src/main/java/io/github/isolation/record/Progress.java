package io.github.isolation.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** How far it is so many milliseconds after the beginning of the run. */
    public HowFar howFar(long atMillis) {
        List<HowFar.Running> running = new ArrayList<>();
        runningSince.forEach((name, since) -> running.add(new HowFar.Running(name, Math.max(0, atMillis - since))));
        return new HowFar(
                done.size(),
                all == 0 ? 0 : Math.max(all, done.size() + runningSince.size()),
                failures,
                leftMillis(atMillis),
                running);
    }

    /** It in one line, so many milliseconds after the beginning of the run. */
    public String line(long atMillis) {
        HowFar howFar = howFar(atMillis);
        return howFar.classes() + " done after " + HowFar.time(atMillis) + howFar.rest() + running(howFar.running());
    }

    private static String running(List<HowFar.Running> oldest) {
        StringBuilder names = new StringBuilder();
        for (HowFar.Running one : oldest.subList(0, Math.min(NAMED, oldest.size()))) {
            names.append(names.isEmpty() ? "; running: " : ", ")
                    .append(one.className())
                    .append(" for ")
                    .append(HowFar.time(one.millis()));
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
}
