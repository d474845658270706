package io.github.isolation.record;

import java.util.Locale;

/** A line of ours on the console: a test that takes long, a crash, a fallback. */
public record NoticeFact(long at, String level, String text) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("notice")
                .put("at", at)
                .put("level", level.toLowerCase(Locale.ROOT))
                .put("text", text)
                .toString();
    }

    static NoticeFact read(Fields in) {
        return new NoticeFact(in.number("at"), in.text("level"), in.text("text"));
    }
}
