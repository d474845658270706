package io.github.isolation.findings;

import java.util.Comparator;

/**
 * Something that a test has changed in its JVM, and that was still so at the end of its class.
 *
 * @param kind {@code FIELD}, {@code FILLED} for one of whose objects some were null and are not any more, {@code PROPERTY} or {@code JVM}
 * @param owner the class of a field; empty for others
 * @param name of the field or property, or words
 */
record Left(String kind, TestName test, String owner, String name, String before, String after) {
    /** By what was changed, then by test. */
    static final Comparator<Left> IN_ORDER = Comparator.comparing(Left::resource)
            .thenComparing(Left::test)
            .thenComparing(Left::before)
            .thenComparing(Left::after);

    boolean isField() {
        return kind.equals("FIELD") || kind.equals("FILLED");
    }

    /** As objects are that keep what they were first asked for. */
    boolean isFilled() {
        return kind.equals("FILLED") || (isField() && before.equals("null"));
    }

    String resource() {
        return switch (kind) {
            case "FIELD", "FILLED" -> owner + "." + name;
            case "PROPERTY" -> "the system property " + name;
            default -> name;
        };
    }
}
