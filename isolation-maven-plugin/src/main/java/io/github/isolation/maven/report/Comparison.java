package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run beside the one before it.
 *
 * @param before the run before
 * @param newlyFailing tests that passed, or were not there, and fail now
 * @param mended tests that failed and pass now
 * @param slower tests that passed both times and took markedly longer, those that lost most first
 * @param faster the same the other way round
 * @param added tests that were not there
 * @param gone tests that are there no more
 */
public record Comparison(
        RunReport before,
        List<Pair> newlyFailing,
        List<Pair> mended,
        List<Pair> slower,
        List<Pair> faster,
        List<TestHistory> added,
        List<TestHistory> gone) {
    /** A difference of less is noise, as is one of less than half of the time. */
    private static final long MARKED_MILLIS = 100;

    private static final double MARKED_FACTOR = 1.5;

    /** One test in both runs. */
    public record Pair(TestHistory before, TestHistory now) {
        long lost() {
            return now.last().millis() - before.last().millis();
        }
    }

    static Comparison of(RunReport before, RunReport now) {
        Map<TestKey, TestHistory> old = byKey(before);
        Map<TestKey, TestHistory> current = byKey(now);
        List<Pair> newlyFailing = new ArrayList<>();
        List<Pair> mended = new ArrayList<>();
        List<Pair> both = new ArrayList<>();
        List<TestHistory> added = new ArrayList<>();
        for (Map.Entry<TestKey, TestHistory> entry : current.entrySet()) {
            TestHistory was = old.get(entry.getKey());
            TestHistory is = entry.getValue();
            boolean fails = is.last().isFailure();
            if (was == null) {
                added.add(is);
            } else if (fails && !was.last().isFailure()) {
                newlyFailing.add(new Pair(was, is));
            } else if (was.last().isFailure() && is.outcome().equals("passed")) {
                mended.add(new Pair(was, is));
            } else if (is.outcome().equals("passed") && was.outcome().equals("passed")) {
                both.add(new Pair(was, is));
            }
        }
        Comparator<Pair> mostLost = Comparator.comparingLong(Pair::lost).reversed();
        return new Comparison(
                before,
                newlyFailing,
                mended,
                both.stream()
                        .filter(pair -> isMarked(pair.before(), pair.now()))
                        .sorted(mostLost)
                        .toList(),
                both.stream()
                        .filter(pair -> isMarked(pair.now(), pair.before()))
                        .sorted(mostLost.reversed())
                        .toList(),
                added,
                old.entrySet().stream()
                        .filter(entry -> !current.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    private static boolean isMarked(TestHistory fast, TestHistory slow) {
        long faster = fast.last().millis();
        long slower = slow.last().millis();
        return slower - faster >= MARKED_MILLIS && slower >= faster * MARKED_FACTOR;
    }

    /** Where several tests have one name, the last of them stands for all. */
    private static Map<TestKey, TestHistory> byKey(RunReport report) {
        Map<TestKey, TestHistory> tests = new LinkedHashMap<>();
        report.tests().forEach(test -> tests.put(test.key(), test));
        return tests;
    }
}
