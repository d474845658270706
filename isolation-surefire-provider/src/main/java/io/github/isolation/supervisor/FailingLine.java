package io.github.isolation.supervisor;

import io.github.isolation.trial.Trial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a test failed, as its stack trace says. */
final class FailingLine {
    /** A class loader and a module may stand before the class. */
    private static final Pattern FRAME =
            Pattern.compile("\\s*at (?:[^\\s(/]*/)*([^\\s(/]+)\\.([^\\s(/.]+)\\(([^()]+:\\d+)\\)");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private FailingLine() {}

    /** The first line in the class that a fork is handed for this test, as {@code a.BTest.sums(BTest.java:12)}; empty if it has none. */
    static String of(String trace, String className) {
        String topLevel = Trial.topLevel(className);
        return trace.lines()
                .map(FRAME::matcher)
                .filter(frame ->
                        frame.matches() && Trial.topLevel(frame.group(1)).equals(topLevel))
                .map(frame -> frame.group(1) + "." + method(frame.group(2)) + "(" + frame.group(3) + ")")
                .findFirst()
                .orElse("");
    }

    private static String method(String name) {
        Matcher lambda = LAMBDA.matcher(name);
        return lambda.matches() ? lambda.group(1) : name;
    }
}
