package io.github.isolation.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of JSON. Objects become maps, arrays lists, numbers {@code Long} or {@code Double}. On users' test class path there is
 * no library for this.
 */
final class JsonReader {
    /** A line of ours is two deep; more than this is not worth an overflow of the stack. */
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads an object, which is all of the text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Map<String, Object> object(String text) {
        JsonReader reader = new JsonReader(text);
        Object value = reader.value();
        reader.skipBlanks();
        if (reader.at != text.length() || !(value instanceof Map)) {
            throw reader.error("one object is expected");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> object = (Map<String, Object>) value;
        return object;
    }

    private @Nullable Object value() {
        skipBlanks();
        if (at == text.length()) {
            throw error("it ends too early");
        }
        return switch (text.charAt(at)) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new LinkedHashMap<>();
        down();
        for (boolean more = !skip('}'); more; more = !ends('}')) {
            skipBlanks();
            String name = string();
            expect(':');
            Object value = value();
            if (value != null) {
                map.put(name, value);
            }
        }
        depth--;
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        down();
        for (boolean more = !skip(']'); more; more = !ends(']')) {
            Object value = value();
            if (value != null) {
                list.add(value);
            }
        }
        depth--;
        return list;
    }

    private void down() {
        at++;
        if (++depth > DEEPEST) {
            throw error("it is too deep");
        }
    }

    /** After an element: whether that was the last. */
    private boolean ends(char end) {
        if (skip(end)) {
            return true;
        }
        expect(',');
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() {
        if (at == text.length()) {
            throw error("it ends too early");
        }
        char c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> c;
        };
    }

    private char unicode() {
        int end = at + 4;
        if (end > text.length()) {
            throw error("it ends too early");
        }
        int value = 0;
        for (; at < end; at++) {
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0) {
                throw error("four hexadecimal digits are expected");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw error("'" + word + "' is expected");
        }
        at += word.length();
        return value;
    }

    private Number number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            boolean whole = digits.indexOf('.') < 0 && digits.indexOf('e') < 0 && digits.indexOf('E') < 0;
            return whole ? (Number) Long.valueOf(digits) : (Number) Double.valueOf(digits);
        } catch (NumberFormatException e) {
            throw error("a value is expected");
        }
    }

    private boolean skip(char c) {
        skipBlanks();
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw error("'" + c + "' is expected");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(what + " at character " + (at + 1) + " of: " + text);
    }
}
