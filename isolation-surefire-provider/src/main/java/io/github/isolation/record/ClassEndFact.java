package io.github.isolation.record;

/**
 * A worker has it no longer in hand: it is through, or gone.
 *
 * @param millis since it was handed out
 * @param output characters that were printed meanwhile
 */
public record ClassEndFact(long at, String className, int worker, int fork, long millis, long output) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("classEnd", at, worker, fork)
                .put("class", className)
                .put("millis", millis)
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
                in.number("output"));
    }
}
