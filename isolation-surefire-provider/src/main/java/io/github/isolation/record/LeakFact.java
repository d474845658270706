package io.github.isolation.record;

import java.util.List;

/** A class has left something behind in its worker. */
public record LeakFact(long at, int worker, int fork, String className, long afterMillis, List<String> things)
        implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("leak", at, worker, fork)
                .put("class", className)
                .put("afterMillis", afterMillis)
                .put("things", things)
                .toString();
    }

    static LeakFact read(Fields in) {
        return new LeakFact(
                in.number("at"),
                in.count("worker"),
                in.count("fork"),
                in.text("class"),
                in.number("afterMillis"),
                in.texts("things"));
    }
}
