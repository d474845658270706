package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;

/**
 * A test, whatever the run.
 *
 * @param id empty with engines that have none
 */
public record TestKey(String className, String name, String displayName, String id) {
    static TestKey of(TestFact fact) {
        return new TestKey(fact.className(), fact.name(), fact.displayName(), fact.id());
    }
}
