package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the attempts that belong to one test. Engines without unique ids may give several tests one name: an attempt belongs to the
 * first of them that has failed and has not been tried again.
 */
final class Histories {
    private final Map<TestKey, List<List<TestFact>>> tests = new HashMap<>();
    private final List<List<TestFact>> inOrder = new ArrayList<>();

    void add(TestFact fact) {
        TestKey key = TestKey.of(fact);
        List<List<TestFact>> same = tests.get(key);
        if (same == null) {
            same = new ArrayList<>(1);
            tests.put(key, same);
        }
        for (List<TestFact> attempts : same) {
            TestFact last = attempts.get(attempts.size() - 1);
            if (last.attempt() < fact.attempt() && last.isFailure()) {
                attempts.add(fact);
                return;
            }
        }
        List<TestFact> attempts = new ArrayList<>(1);
        attempts.add(fact);
        same.add(attempts);
        inOrder.add(attempts);
    }

    List<TestHistory> all() {
        List<TestHistory> all = new ArrayList<>(inOrder.size());
        for (List<TestFact> attempts : inOrder) {
            all.add(new TestHistory(attempts));
        }
        return all;
    }
}
