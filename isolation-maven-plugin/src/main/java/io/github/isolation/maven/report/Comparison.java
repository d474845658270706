package io.github.isolation.maven.report;

import java.util.ArrayList;
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
        Comparison all = new Comparison(
                before,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (Map.Entry<TestKey, TestHistory> entry : current.entrySet()) {
            TestHistory was = old.get(entry.getKey());
            if (was == null) {
                all.added.add(entry.getValue());
            } else {
                all.compare(was, entry.getValue());
            }
        }
        for (Map.Entry<TestKey, TestHistory> entry : old.entrySet()) {
            if (!current.containsKey(entry.getKey())) {
                all.gone.add(entry.getValue());
            }
        }
        all.slower.sort((one, other) -> Long.compare(other.lost(), one.lost()));
        all.faster.sort((one, other) -> Long.compare(one.lost(), other.lost()));
        return all;
    }

    private void compare(TestHistory was, TestHistory is) {
        Pair pair = new Pair(was, is);
        boolean passes = is.outcome().equals("passed");
        if (is.last().isFailure() && !was.last().isFailure()) {
            newlyFailing.add(pair);
        } else if (was.last().isFailure() && passes) {
            mended.add(pair);
        } else if (passes && was.outcome().equals("passed")) {
            if (isMarked(was, is)) {
                slower.add(pair);
            } else if (isMarked(is, was)) {
                faster.add(pair);
            }
        }
    }

    private static boolean isMarked(TestHistory fast, TestHistory slow) {
        long faster = fast.last().millis();
        long slower = slow.last().millis();
        return slower - faster >= MARKED_MILLIS && slower >= faster * MARKED_FACTOR;
    }

    /** Where several tests have one name, the last of them stands for all. */
    private static Map<TestKey, TestHistory> byKey(RunReport report) {
        Map<TestKey, TestHistory> tests = new LinkedHashMap<>();
        for (TestHistory test : report.tests()) {
            tests.put(test.key(), test);
        }
        return tests;
    }
}
