package io.github.isolation.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A unique id of the JUnit Platform whose last segment is a number, as that of an invocation: {@code
 * …/[test-template-invocation:#7]} is number 7 of the family {@code …/[test-template-invocation:#}. Such ids exist by the
 * hundred thousand, differ in nothing but the number, and the number means something in one JVM only.
 *
 * @param family the id up to the number
 * @param number from 0 or 1, as the engine counts
 */
public record NumberedId(String family, int number) {
    /** Numbers of more digits are names to us: they do not count anything. */
    private static final int MOST_DIGITS = 7;

    /** The parts of an id; null if it does not end in a number. */
    public static @Nullable NumberedId of(String id) {
        int end = id.length() - 1;
        int begin = end;
        while (begin > 0 && isDigit(id.charAt(begin - 1))) {
            begin--;
        }
        int digits = end - begin;
        if (digits < 1 || digits > MOST_DIGITS || id.charAt(end) != ']' || (digits > 1 && id.charAt(begin) == '0')) {
            return null;
        }
        String family = id.substring(0, begin);
        return family.endsWith(":") || family.endsWith(":#")
                ? new NumberedId(family, Integer.parseInt(id, begin, end, 10))
                : null;
    }

    /** The whole id again. */
    public String id() {
        return id(number);
    }

    /** Another one of the same family. */
    public String id(int other) {
        return family + other + "]";
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
