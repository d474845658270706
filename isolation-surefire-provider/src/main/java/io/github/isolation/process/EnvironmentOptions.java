package io.github.isolation.process;

import java.util.ArrayList;
import java.util.List;

/** Splits {@code JAVA_TOOL_OPTIONS} as a JVM does: white space separates, single or double quotes keep together. */
public final class EnvironmentOptions {
    private static final char NONE = 0;

    private EnvironmentOptions() {}

    /** The words, without the quotes. A quote that is never closed keeps the rest together. */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = NONE;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != NONE ? c == quote : c == '"' || c == '\'') {
                quote = quote == NONE ? c : NONE;
                begun = true;
            } else if (quote == NONE && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
