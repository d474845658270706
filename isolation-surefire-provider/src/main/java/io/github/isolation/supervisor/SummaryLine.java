package io.github.isolation.supervisor;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line at the end of a run as a user reads it: {@code isolation: 1,234 tests in 2 forks, …}. */
final class SummaryLine {
    private static final Pattern TESTS = Pattern.compile("isolation: ([\\d,]+) tests? in \\d.*");
    private static final Pattern DISCOVERY_ERRORS = Pattern.compile(", ([\\d,]+) discovery errors?,");

    private SummaryLine() {}

    /** How many results it speaks of; empty if this is another line. */
    static OptionalLong results(String line) {
        if (!line.startsWith("isolation: ")) {
            return OptionalLong.empty(); // nearly all
        }
        Matcher tests = TESTS.matcher(line);
        if (!tests.matches()) {
            return OptionalLong.empty();
        }
        Matcher errors = DISCOVERY_ERRORS.matcher(line);
        return OptionalLong.of(number(tests.group(1)) + (errors.find() ? number(errors.group(1)) : 0));
    }

    private static long number(String grouped) {
        return Long.parseLong(grouped.replace(",", ""));
    }
}
