package io.github.isolation.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A node of the JUnit Platform's test plan that is known before anything ran: a test, or a container whose tests appear
 * while it runs (a parameterized method, a test factory).
 *
 * @param id the platform's unique id
 * @param source the class Surefire would file it under
 * @param name the name Surefire would give it
 * @param container whether its tests appear only as it runs
 */
public record PlannedTest(String id, @Nullable String source, String name, boolean container) {
    /** The class under which Surefire files it; if it does not know, the class that was asked for. */
    public String sourceOr(String className) {
        return source == null ? className : source;
    }

    /** For a person. */
    public String title(String className) {
        return sourceOr(className) + "." + name;
    }
}
