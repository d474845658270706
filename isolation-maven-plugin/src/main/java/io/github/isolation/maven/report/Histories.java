package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the attempts that belong to one test. Engines without unique ids may give several tests one name: an attempt belongs to the
 * first of them that has failed and has not been tried again.
 */
final class Histories {
    private final Map<TestKey, List<List<TestFact>>> tests = new LinkedHashMap<>();
    private final List<List<TestFact>> inOrder = new ArrayList<>();

    void add(TestFact fact) {
        List<List<TestFact>> same = tests.computeIfAbsent(TestKey.of(fact), key -> new ArrayList<>(1));
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
        return inOrder.stream().map(TestHistory::new).toList();
    }
}
