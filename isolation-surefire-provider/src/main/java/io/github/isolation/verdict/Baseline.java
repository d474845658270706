package io.github.isolation.verdict;

import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RecordReader;
import io.github.isolation.record.TestFact;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.TestRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What came of each test of a run at its first attempt, and in which order the classes ran. */
final class Baseline implements Consumer<Fact> {
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<Integer, String> inHand = new HashMap<>();
    private final Set<String> classes = new LinkedHashSet<>();

    private Baseline() {}

    static Baseline of(Path record) throws IOException {
        Baseline baseline = new Baseline();
        RecordReader.read(record, baseline);
        return baseline;
    }

    @Override
    public void accept(Fact fact) {
        if (fact instanceof ClassFact handed) {
            inHand.put(handed.worker(), handed.className());
        } else if (fact instanceof TestFact test && test.attempt() == 1) {
            String className = inHand.get(test.worker());
            if (className != null) {
                classes.add(className);
                outcomes.merge(key(test.className(), test.name()), outcome(test), Baseline::worse);
            }
        }
    }

    private static Outcome outcome(TestFact test) {
        if (test.isFailure()) {
            return Outcome.FAILED;
        }
        return test.outcome().equals("passed") ? Outcome.PASSED : Outcome.SKIPPED;
    }

    /** Of several of one name. */
    private static Outcome worse(Outcome one, Outcome other) {
        return one.isFailure() ? one : other;
    }

    private static String key(String className, String name) {
        return className + "#" + name;
    }

    static String key(TestRef test) {
        return key(test.className(), test.name());
    }

    /** Those of which a test has a result, in the order in which they were handed out. */
    List<String> classes() {
        return new ArrayList<>(classes);
    }

    int size() {
        return outcomes.size();
    }

    /** What is not as it was here, by test: what came of it in the other run. */
    Map<String, Outcome> differences(Map<TestRef, Outcome> other) {
        Map<String, Outcome> there = new LinkedHashMap<>();
        other.forEach((test, outcome) ->
                there.merge(key(test), outcome.isFailure() ? Outcome.FAILED : outcome, Baseline::worse));
        Map<String, Outcome> differences = new LinkedHashMap<>();
        outcomes.forEach((key, outcome) -> {
            Outcome now = there.getOrDefault(key, Outcome.NOT_RUN);
            if (now != outcome) {
                differences.put(key, now);
            }
        });
        there.forEach((key, outcome) -> {
            if (!outcomes.containsKey(key)) {
                differences.put(key, outcome);
            }
        });
        return differences;
    }

    /** What came of a test here; {@code NOT_RUN} if it had no result. */
    Outcome of(String key) {
        return outcomes.getOrDefault(key, Outcome.NOT_RUN);
    }
}
