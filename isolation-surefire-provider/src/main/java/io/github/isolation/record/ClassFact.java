package io.github.isolation.record;

/**
 * A worker has a class in hand from now on.
 *
 * @param place of the class in all that this worker runs, from 1
 * @param slice names what is handed out; the rest of a class whose worker is gone keeps it
 * @param part {@code whole}, {@code rest} (a worker before has run some of it), {@code part} (others have the rest) or
 *     {@code rerun} (what failed)
 * @param attempt 1 for the first
 */
public record ClassFact(
        long at, String className, int worker, int fork, int place, long slice, String part, int attempt)
        implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("class", at, worker, fork)
                .put("class", className)
                .put("place", place)
                .put("slice", slice)
                .put("part", part)
                .put("attempt", attempt)
                .toString();
    }

    static ClassFact read(Fields in) {
        return new ClassFact(
                in.number("at"),
                in.text("class"),
                in.count("worker"),
                in.count("fork"),
                in.count("place"),
                in.number("slice"),
                in.text("part"),
                in.count("attempt"));
    }
}
