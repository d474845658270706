package io.github.isolation.record;

/**
 * The fixtures of a fork were seeded or restored.
 *
 * @param at when that was done
 * @param removed files and directories that were removed
 */
public record FixturesFact(long at, int fork, long millis, long bytes, long files, long removed) implements Fact {
    @Override
    public String line() {
        return JsonWriter.of("fixtures")
                .put("at", at)
                .put("fork", fork)
                .put("millis", millis)
                .put("bytes", bytes)
                .put("files", files)
                .putUnlessZero("removed", removed)
                .toString();
    }

    static FixturesFact read(Fields in) {
        return new FixturesFact(
                in.number("at"),
                in.count("fork"),
                in.number("millis"),
                in.number("bytes"),
                in.number("files"),
                in.number("removed"));
    }
}
