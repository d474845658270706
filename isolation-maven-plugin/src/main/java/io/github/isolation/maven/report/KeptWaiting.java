package io.github.isolation.maven.report;

import io.github.isolation.record.LeakFact;
import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        List<TestFact> results = report.tests().stream()
                .flatMap(test -> test.attempts().stream())
                .toList();
        List<KeptWaiting> all = new ArrayList<>();
        for (WorkerLife life : report.workers()) {
            List<TestFact> own = results.stream()
                    .filter(test -> test.worker() == life.number())
                    .toList();
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

    private static long inClass(Stint stint, List<TestFact> ofWorker) {
        long last = ofWorker.stream()
                .filter(test -> test.at() >= stint.at() && test.at() <= stint.end())
                .mapToLong(test -> test.at() + test.millis())
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
