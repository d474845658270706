package io.github.isolation.protocol;

import org.jspecify.annotations.Nullable;

/** Unique ids of one family whose numbers follow one another, in one text. */
record Range(NumberedId first, int last) {
    /**
     * In an id JUnit writes a colon inside of a segment in another way, so this is none; a single number is just its id.
     */
    String text() {
        return first.number() == last ? first.id() : first.family() + first.number() + ":" + last + "]";
    }

    /** The range in a text; null if it is an id. */
    static @Nullable Range of(String text) {
        int colon = text.lastIndexOf(':');
        NumberedId last = colon < 0 ? null : NumberedId.of(text);
        if (last == null || !last.family().endsWith(":")) {
            return null;
        }
        NumberedId first = NumberedId.of(text.substring(0, colon) + "]");
        return first == null ? null : new Range(first, last.number());
    }
}
