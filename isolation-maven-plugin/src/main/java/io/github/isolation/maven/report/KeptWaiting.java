package io.github.isolation.maven.report;

import io.github.isolation.record.LeakFact;
import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A class that kept its worker waiting although its tests were through.
 *
 * @param inClass milliseconds from its last test until the class was over: {@code @AfterAll}, the look at what it left behind
 * @param leaving milliseconds from there until its worker was given the next class, or was gone
 * @param things what the class left behind, if that was seen
 */
public record KeptWaiting(String className, int worker, int fork, long inClass, long leaving, List<String> things) {
    private static final long WORTH_TELLING = 100;

    long millis() {
        return inClass + leaving;
    }

    static List<KeptWaiting> of(RunReport report) {
        Map<Integer, NavigableMap<Long, Long>> ends = endsByWorker(report);
        Map<Integer, List<Stint>> stints = stintsByWorker(report);
        List<KeptWaiting> all = new ArrayList<>();
        for (WorkerLife life : report.workers()) {
            NavigableMap<Long, Long> own = ends.getOrDefault(life.number(), new TreeMap<>());
            List<Stint> handed = stints.getOrDefault(life.number(), List.of());
            for (int i = 0; i < handed.size(); i++) {
                Stint stint = handed.get(i);
                boolean last = i + 1 == handed.size();
                if (last && life.isDeath()) {
                    continue; // the class did not end: its worker did
                }
                long next = !last ? handed.get(i + 1).at() : Math.max(life.ended(), stint.end());
                long inClass = inClass(stint, own);
                long leaving = Math.max(0, next - stint.end());
                if (inClass + leaving >= WORTH_TELLING) {
                    List<String> things = things(report, stint);
                    all.add(new KeptWaiting(stint.className(), stint.worker(), stint.fork(), inClass, leaving, things));
                }
            }
        }
        all.sort((one, other) -> Long.compare(other.millis(), one.millis()));
        return all;
    }

    /** For each worker: the classes of which the record says when they were over. */
    private static Map<Integer, List<Stint>> stintsByWorker(RunReport report) {
        Map<Integer, List<Stint>> stints = new HashMap<>();
        for (Stint stint : report.stints()) {
            if (stint.isOver()) {
                stints.computeIfAbsent(stint.worker(), worker -> new ArrayList<>())
                        .add(stint);
            }
        }
        return stints;
    }

    /** For each worker: when its tests began, and when they ended. */
    private static Map<Integer, NavigableMap<Long, Long>> endsByWorker(RunReport report) {
        Map<Integer, NavigableMap<Long, Long>> ends = new HashMap<>();
        for (TestHistory test : report.tests()) {
            for (TestFact result : test.attempts()) {
                ends.computeIfAbsent(result.worker(), worker -> new TreeMap<>())
                        .merge(result.at(), result.at() + result.millis(), Math::max);
            }
        }
        return ends;
    }

    private static long inClass(Stint stint, NavigableMap<Long, Long> ends) {
        long last = -1;
        for (long end : ends.subMap(stint.at(), true, stint.end(), true).values()) {
            last = Math.max(last, end);
        }
        return last < 0 ? 0 : Math.max(0, stint.end() - last);
    }

    private static List<String> things(RunReport report, Stint stint) {
        List<String> things = new ArrayList<>();
        for (LeakFact leak : report.leaks()) {
            if (leak.worker() == stint.worker() && leak.className().equals(stint.className())) {
                things.addAll(leak.things());
            }
        }
        return things;
    }
}
