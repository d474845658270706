package io.github.isolation.maven.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of a page, each once; elsewhere they are numbers. Long texts have a limit, for all of them together: a page with a stack
 * for each of ten thousand failures would not open.
 */
final class Strings {
    /** The text that is left out where there is no room. */
    static final String LEFT_OUT = "(left out: there were too many; Surefire's report has it)";

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> all = new ArrayList<>();
    private long room;

    /**
     * No text yet.
     *
     * @param room characters that all long texts may have together
     */
    Strings(long room) {
        this.room = room;
        number("");
    }

    /** The number of a text; that of the empty one is 0. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        numbers.put(text, all.size());
        all.add(text);
        return all.size() - 1;
    }

    /** The same for one that may be left out. */
    int numberOfLong(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (text.length() > room) {
            return number(LEFT_OUT);
        }
        room -= text.length();
        return number(text);
    }

    /** All of them, by their numbers. */
    List<String> all() {
        return all;
    }
}
