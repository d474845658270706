package io.github.isolation.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The invocations of Jupiter's class templates, as {@code @ParameterizedClass} makes them, by their unique ids. Such an
 * invocation runs all tests of the class or is left out: there is no way to leave out some of its tests.
 */
public final class Invocations {
    private static final String SEGMENT = "/[class-template-invocation:";

    /** Of an invocation of a test. Other languages than Java have names of methods that end in a bracket. */
    private static final Pattern NUMBER = Pattern.compile("\\[\\d+]\\z");

    private Invocations() {}

    /** The outermost such invocation that an id is below, or is; null if there is none. */
    public static @Nullable String around(String id) {
        int begin = id.indexOf(SEGMENT);
        if (begin < 0) {
            return null;
        }
        int end = id.indexOf("]/", begin);
        return end < 0 ? id : id.substring(0, end + 1);
    }

    /** The id of the test before it was made one of an invocation: a class template is discovered with its tests in it. */
    public static String prototype(String id) {
        return id.contains(SEGMENT) ? id.replaceAll("/\\[class-template-invocation:#\\d+]", "") : id;
    }

    /**
     * The name of a test in them, as Surefire 3.6 has it: with the number of each, before that of an invocation of the test.
     */
    public static String name(String legacyName, String id) {
        StringBuilder numbers = new StringBuilder();
        for (int at = id.indexOf(SEGMENT); at >= 0; at = id.indexOf(SEGMENT, at + 1)) {
            numbers.append('[')
                    .append(id, id.indexOf('#', at) + 1, id.indexOf(']', at))
                    .append(']');
        }
        Matcher number = NUMBER.matcher(legacyName);
        int end = number.find() ? number.start() : legacyName.length();
        return legacyName.substring(0, end) + numbers + legacyName.substring(end);
    }

    /** Those of these ids that are in no invocation, so that leaving them out leaves out nothing else. */
    public static UniqueIds outside(UniqueIds ids) {
        UniqueIds outside = new UniqueIds();
        List<String> texts = ids.texts();
        texts.removeIf(text -> text.contains(SEGMENT));
        outside.addTexts(texts);
        return outside;
    }

    /** Those of which something, or all, is among these ids. */
    public static Set<String> begun(UniqueIds ids) {
        Set<String> begun = new HashSet<>();
        for (String id : ids.all(SEGMENT)) {
            begun.add(around(id));
        }
        return begun;
    }
}
