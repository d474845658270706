package io.github.isolation.maven.report;

import io.github.isolation.record.TestFact;
import org.jspecify.annotations.Nullable;

/**
 * A test, whatever the run.
 *
 * @param id empty with engines that have none
 */
public record TestKey(String className, String name, String displayName, String id) {
    /** Written out: a JVM that has just begun takes longer to make this of the components than for all else that it compares. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestKey key
                && id.equals(key.id)
                && className.equals(key.className)
                && name.equals(key.name)
                && displayName.equals(key.displayName);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * id.hashCode() + className.hashCode()) + name.hashCode()) + displayName.hashCode();
    }

    static TestKey of(TestFact fact) {
        return new TestKey(fact.className(), fact.name(), fact.displayName(), fact.id());
    }
}
