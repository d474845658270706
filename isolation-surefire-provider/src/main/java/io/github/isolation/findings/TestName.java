package io.github.isolation.findings;

/**
 * A test, or a class outside of its tests.
 *
 * @param className the class
 * @param method empty for the class itself: its {@code @BeforeAll}, for example
 */
public record TestName(String className, String method) implements Comparable<TestName> {
    /** The outermost class, which is what a fork is handed. */
    public String topLevel() {
        return topLevel(className);
    }

    static String topLevel(String className) {
        int nested = className.indexOf('$');
        return nested > 0 ? className.substring(0, nested) : className;
    }

    @Override
    public String toString() {
        return method.isEmpty() ? className : className + "." + method;
    }

    @Override
    public int compareTo(TestName other) {
        return toString().compareTo(other.toString());
    }
}
