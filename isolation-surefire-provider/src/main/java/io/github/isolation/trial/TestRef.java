package io.github.isolation.trial;

import io.github.isolation.protocol.PlannedTest;
import java.util.Set;

/**
 * A test, by what a record and a worker say of it.
 *
 * @param id the JUnit Platform's unique id; empty with other engines
 * @param className the class it is in
 * @param name of the test; empty, or a name that engines have for that, where a class as a whole has the result
 */
public record TestRef(String id, String className, String name) {
    private static final Set<String> OF_NO_TEST = Set.of("", PlannedTest.NO_NAME, "initializationError");

    /** Whether it stands for its class as a whole, which failed before or after its tests. */
    public boolean isOfClass() {
        return OF_NO_TEST.contains(name);
    }

    /** Whether both are the same test: of the ids, invocations may have other ones in another JVM. */
    public boolean isSameAs(TestRef other) {
        return (!id.isEmpty() && id.equals(other.id)) || (className.equals(other.className) && name.equals(other.name));
    }

    /** For a person. */
    @Override
    public String toString() {
        return isOfClass() ? className : className + "." + name;
    }
}
