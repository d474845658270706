package io.github.isolation.record;

import java.util.List;

/**
 * What trials have shown of something that an audit has found.
 *
 * @param finding what it is known by in this run
 * @param confirmed whether a test was seen to fail because of it
 * @param seen what was run, and what came of it, in a line each
 */
public record TriedFact(long at, String finding, boolean confirmed, List<String> seen) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("tried")
                .put("at", at)
                .put("finding", finding)
                .put("confirmed", confirmed)
                .put("seen", seen)
                .toString();
    }

    static TriedFact read(Fields in) {
        return new TriedFact(in.number("at"), in.text("finding"), in.flag("confirmed"), in.texts("seen"));
    }
}
