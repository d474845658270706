package io.github.isolation.maven.report;

import io.github.isolation.record.LeakFact;
import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.Comparator;
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
        List<KeptWaiting> all = new ArrayList<>();
        for (WorkerLife life : report.workers()) {
            NavigableMap<Long, Long> own = ends.getOrDefault(life.number(), new TreeMap<>());
            List<Stint> stints = report.stints().stream()
                    .filter(stint -> stint.worker() == life.number() && stint.isOver())
                    .toList();
            for (int i = 0; i < stints.size(); i++) {
                Stint stint = stints.get(i);
                boolean last = i + 1 == stints.size();
                if (last && life.isDeath()) {
                    continue; // the class did not end: its worker did
                }
                long next = !last ? stints.get(i + 1).at() : Math.max(life.ended(), stint.end());
                all.add(new KeptWaiting(
                        stint.className(),
                        stint.worker(),
                        stint.fork(),
                        inClass(stint, own),
                        Math.max(0, next - stint.end()),
                        things(report, stint)));
            }
        }
        return all.stream()
                .filter(kept -> kept.millis() >= WORTH_TELLING)
                .sorted(Comparator.comparingLong(KeptWaiting::millis).reversed())
                .toList();
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
        long last = ends.subMap(stint.at(), true, stint.end(), true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(stint.end());
        return Math.max(0, stint.end() - last);
    }

    private static List<String> things(RunReport report, Stint stint) {
        return report.leaks().stream()
                .filter(leak ->
                        leak.worker() == stint.worker() && leak.className().equals(stint.className()))
                .map(LeakFact::things)
                .flatMap(List::stream)
                .toList();
    }
}
