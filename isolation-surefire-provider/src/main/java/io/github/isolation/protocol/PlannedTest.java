package io.github.isolation.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A node of the JUnit Platform's test plan that is known before anything ran: a test, or a container whose tests appear
 * while it runs (a parameterized method or class, a test factory).
 *
 * @param id the platform's unique id
 * @param source the class Surefire would file it under
 * @param name the name Surefire would give it; {@link #NO_NAME} for a class
 * @param container whether its tests appear only as it runs
 */
public record PlannedTest(String id, @Nullable String source, String name, boolean container) {
    /** The name under which Surefire 3.6 reports what belongs to a class and to none of its tests. */
    public static final String NO_NAME = "executionError";

    /** The class under which Surefire files it; if it does not know, the class that was asked for. */
    public String sourceOr(String className) {
        return source == null ? className : source;
    }

    /** For a person. */
    public String title(String className) {
        return sourceOr(className) + "." + name;
    }
}
