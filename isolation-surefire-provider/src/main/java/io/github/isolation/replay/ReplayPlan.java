package io.github.isolation.replay;

import io.github.isolation.record.Fact;
import io.github.isolation.record.RunFact;
import io.github.isolation.settings.RecordedRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a replay runs. Pure.
 *
 * @param forks how many there are
 * @param workers what each worker runs, one worker after the other, by the number of their fork; none of the lists is empty
 * @param classes all that is run, in the order in which it was handed out
 * @param gone what was run then, and is not there now
 * @param added how many classes are there now that were not to be run then
 * @param notBegun how many classes were to be run then, are there now, and had no worker
 * @param firstFailed the class at which the replay of one worker ends, because a test of it failed; empty where none did
 */
record ReplayPlan(
        int forks,
        Map<Integer, List<List<String>>> workers,
        List<String> classes,
        List<String> gone,
        int added,
        int notBegun,
        String firstFailed) {

    /**
     * Plans the run of these facts, or what one worker of it did.
     *
     * @param worker {@link RecordedRun#ALL}, or the number of one
     * @param scanned the classes that there are
     */
    static ReplayPlan of(List<Fact> facts, int worker, List<String> scanned) {
        RunFact run = (RunFact) facts.get(0);
        List<Stint> stints = Stints.of(facts);
        Set<String> then = new HashSet<>(run.classes());
        stints.forEach(stint -> then.add(stint.className()));
        Set<String> begun = new HashSet<>();
        stints.stream().filter(stint -> !stint.isVoid()).forEach(stint -> begun.add(stint.className()));
        int added = (int) scanned.stream().filter(name -> !then.contains(name)).count();
        int notBegun = (int) scanned.stream()
                .filter(name -> then.contains(name) && !begun.contains(name))
                .count();

        boolean all = worker == RecordedRun.ALL;
        List<Stint> chosen = all ? firstOfEach(stints) : upToTheFirstFailure(stints, worker);
        Set<String> there = new HashSet<>(scanned);
        List<Stint> possible = chosen.stream()
                .filter(stint -> there.contains(stint.className()))
                .toList();
        Map<Integer, List<List<String>>> workers = byFork(possible, all ? run.forks() : 1);
        int highest =
                workers.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
        return new ReplayPlan(
                all ? Math.max(run.forks(), highest) : 1,
                workers,
                names(possible),
                names(chosen).stream().filter(name -> !there.contains(name)).toList(),
                added,
                notBegun,
                all ? "" : firstFailed(stints, worker));
    }

    /** The workers of a run that had a class. */
    static Set<Integer> workersOf(List<Fact> facts) {
        Set<Integer> workers = new TreeSet<>();
        Stints.of(facts).forEach(stint -> workers.add(stint.worker()));
        return workers;
    }

    /** How many workers there are, if all lives as it did. */
    int workerCount() {
        return workers.values().stream().mapToInt(List::size).sum();
    }

    /** Each class goes to the worker that began it; what others had of it follows from what becomes of that one. */
    private static List<Stint> firstOfEach(List<Stint> stints) {
        Map<String, Stint> first = new LinkedHashMap<>();
        stints.stream().filter(stint -> !stint.isVoid()).forEach(stint -> first.putIfAbsent(stint.className(), stint));
        return List.copyOf(first.values());
    }

    /** What is left of a class that another worker began is all of it here: nothing else is sure to leave the same behind. */
    private static List<Stint> upToTheFirstFailure(List<Stint> stints, int worker) {
        Map<String, Stint> chosen = new LinkedHashMap<>();
        for (Stint stint : stints) {
            if (stint.worker() == worker && !stint.isVoid()) {
                chosen.putIfAbsent(stint.className(), stint);
                if (stint.failed()) {
                    break;
                }
            }
        }
        return List.copyOf(chosen.values());
    }

    private static String firstFailed(List<Stint> stints, int worker) {
        return stints.stream()
                .filter(stint -> stint.worker() == worker && stint.failed())
                .map(Stint::className)
                .findFirst()
                .orElse("");
    }

    /** Forks keep their numbers, unless there are none of these numbers: a supervisor of one fork may be any of several. */
    private static Map<Integer, List<List<String>>> byFork(List<Stint> stints, int forks) {
        Map<Integer, Map<Integer, List<String>>> byFork = new TreeMap<>();
        for (Stint stint : stints) {
            byFork.computeIfAbsent(stint.fork(), fork -> new LinkedHashMap<>())
                    .computeIfAbsent(stint.worker(), worker -> new ArrayList<>())
                    .add(stint.className());
        }
        boolean known = byFork.keySet().stream().allMatch(fork -> fork >= 1 && fork <= forks);
        Map<Integer, List<List<String>>> lists = new HashMap<>();
        byFork.forEach((fork, workers) -> lists.put(known ? fork : lists.size() + 1, List.copyOf(workers.values())));
        return lists;
    }

    private static List<String> names(List<Stint> stints) {
        Set<String> names = new LinkedHashSet<>();
        stints.forEach(stint -> names.add(stint.className()));
        return List.copyOf(names);
    }
}
