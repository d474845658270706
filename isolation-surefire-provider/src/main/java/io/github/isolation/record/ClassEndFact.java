package io.github.isolation.record;

import org.jspecify.annotations.Nullable;

/**
 * A worker has it no longer in hand: it is through, or gone.
 *
 * @param millis since it was handed out
 * @param cpuMillis the CPU time of the worker since the class before that says it, or since it was ready; null if nobody has looked,
 *     because that was a moment ago
 * @param output characters that were printed meanwhile
 */
public record ClassEndFact(
        long at,
        String className,
        int worker,
        int fork,
        long millis,
        @Nullable Integer cpuMillis,
        long output) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("classEnd", at, worker, fork)
                .put("class", className)
                .put("millis", millis)
                .put("cpuMillis", cpuMillis)
                .putUnlessZero("output", output)
                .toString();
    }

    static ClassEndFact read(Fields in) {
        return new ClassEndFact(
                in.number("at"),
                in.text("class"),
                in.count("worker"),
                in.count("fork"),
                in.number("millis"),
                in.countOrNull("cpuMillis"),
                in.number("output"));
    }
}
