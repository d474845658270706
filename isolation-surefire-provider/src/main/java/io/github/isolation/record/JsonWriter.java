package io.github.isolation.record;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object, field by field, in plain ASCII: a line of it survives any encoding. Not thread-safe. */
public final class JsonWriter {
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_ASCII = 0x7e;

    /** What most lines fit into, in characters: there are many, and to grow is to copy. */
    private static final int USUAL_LENGTH = 400;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH).append('{');

    /** The line of a fact that is of no worker. */
    public static JsonWriter of(String what) {
        return new JsonWriter().put("what", what);
    }

    /** The line of a fact about a worker. */
    public static JsonWriter of(String what, long at, int worker, int fork) {
        return of(what).put("at", at).put("worker", worker).put("fork", fork);
    }

    /** A text; one that is empty is left out. */
    public JsonWriter put(String name, String value) {
        if (!value.isEmpty()) {
            name(name);
            text(value);
        }
        return this;
    }

    /** A number; a null is left out. */
    public JsonWriter put(String name, @Nullable Number value) {
        if (value != null) {
            name(name);
            out.append(value);
        }
        return this;
    }

    /** A number that says something unless it is zero. */
    public JsonWriter putUnlessZero(String name, long value) {
        return value == 0 ? this : put(name, value);
    }

    /** Yes or no, in so many words. */
    public JsonWriter putEither(String name, boolean value) {
        name(name);
        out.append(value);
        return this;
    }

    /** A flag; only true is written. */
    public JsonWriter put(String name, boolean value) {
        if (value) {
            name(name);
            out.append(true);
        }
        return this;
    }

    /** Texts; none at all are left out. */
    public JsonWriter put(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            name(name);
            char before = '[';
            for (String value : values) {
                out.append(before);
                text(value);
                before = ',';
            }
            out.append(']');
        }
        return this;
    }

    /** Numbers; none at all are left out. */
    public JsonWriter numbers(String name, Collection<Long> values) {
        if (!values.isEmpty()) {
            name(name);
            out.append(values.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
        }
        return this;
    }

    /** Objects; none at all are left out. */
    public JsonWriter objects(String name, Collection<JsonWriter> values) {
        if (!values.isEmpty()) {
            name(name);
            char before = '[';
            for (JsonWriter value : values) {
                out.append(before).append(value.toString());
                before = ',';
            }
            out.append(']');
        }
        return this;
    }

    /** The object as it is now. */
    @Override
    public String toString() {
        String object = out.append('}').toString();
        out.setLength(out.length() - 1);
        return object;
    }

    private void name(String name) {
        if (out.length() > 1) {
            out.append(',');
        }
        out.append('"').append(name).append("\":");
    }

    private void text(String value) {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isPlain(c)) {
                out.append(value, plainFrom, i);
                escape(c);
                plainFrom = i + 1;
            }
        }
        if (plainFrom == 0) {
            out.append(value); // nearly always, and at once
        } else {
            out.append(value, plainFrom, value.length());
        }
        out.append('"');
    }

    private static boolean isPlain(char c) {
        return c >= FIRST_PRINTABLE && c <= LAST_ASCII && c != '"' && c != '\\';
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(c >> shift & 0xf, 16));
                }
            }
        }
    }
}
