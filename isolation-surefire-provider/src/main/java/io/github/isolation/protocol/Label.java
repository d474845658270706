package io.github.isolation.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an invocation, as far as it does not depend on its place among the others. */
public final class Label {
    /** Where names show a number as such: {@code [7] Berlin}, {@code #7}, {@code 7: Berlin}, {@code 7 Berlin}. */
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]|#(\\d+)|^(\\d+)(?=[:.)\\s]\\s*\\S)");

    /** What is in the text of an object that has none of its own: an address, which is another one in each JVM. */
    private static final Pattern ADDRESS = Pattern.compile("(\\$\\$Lambda[^\\s,\\]@]*)?@[0-9a-f]{1,16}\\b");

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Label() {}

    /** A digest of it, never 0. Only the first number that it shows is taken for its own. */
    public static long digest(String label, int number) {
        return hash(withoutAddresses(withoutNumber(label, number)));
    }

    private static String withoutAddresses(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("@");
    }

    private static String withoutNumber(String label, int number) {
        Matcher numbers = NUMBER.matcher(label);
        while (numbers.find()) {
            for (int group = 1; group <= numbers.groupCount(); group++) {
                if (Integer.toString(number).equals(numbers.group(group))) {
                    return label.substring(0, numbers.start(group)) + "?" + label.substring(numbers.end(group));
                }
            }
        }
        return label;
    }

    /** FNV-1a of 64 bits: equal names have equal digests in every JVM, and others differ but for one in 2^64. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
