package io.github.isolation.protocol;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The invocations of Jupiter's class templates, as {@code @ParameterizedClass} makes them, by their unique ids. Such an
 * invocation runs all tests of the class or is left out: there is no way to leave out some of its tests.
 */
public final class Invocations {
    private static final String SEGMENT = "/[class-template-invocation:";

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

    /** Which one it is, from 1 on. */
    public static String number(String invocation) {
        return invocation.substring(invocation.lastIndexOf('#') + 1, invocation.length() - 1);
    }

    /** Those of these ids that are in no invocation, so that leaving them out leaves out nothing else. */
    public static Set<String> outside(Set<String> ids) {
        return ids.stream().filter(id -> around(id) == null).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether it, or something of it, is among these. */
    public static boolean isBegun(String invocation, Collection<String> ids) {
        String below = invocation + "/";
        return ids.stream().anyMatch(id -> id.equals(invocation) || id.startsWith(below));
    }
}
