package io.github.isolation.maven.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the elements of one report file as they begin and end. */
final class CaseCounter {
    static final String TEST_CASE = "testcase";
    static final String CLASS_NAME = "classname";

    private static final Cases ONE_CASE = new Cases(1, 0, 0, 0);

    private final Map<String, Cases> found = new TreeMap<>();
    private String className = "";
    private int depth;

    /**
     * An element begins.
     *
     * @param classOfCase the attribute that a test case has for its class; null if it has none, and for all other elements
     */
    void begin(String element, @Nullable String classOfCase) {
        depth++;
        if (element.equals(TEST_CASE)) {
            className = ReportNames.plain(classOfCase == null ? "" : classOfCase);
            add(ONE_CASE);
            depth = 0;
        } else if (depth == 1) {
            add(Cases.NONE.with(element));
        }
    }

    /** The element that began last ends. */
    void end() {
        depth--;
    }

    /** What there was, by the plain names of classes. */
    Map<String, Cases> found() {
        return found;
    }

    private void add(Cases more) {
        found.put(className, found.getOrDefault(className, Cases.NONE).plus(more));
    }
}
