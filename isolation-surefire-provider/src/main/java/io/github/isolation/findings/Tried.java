package io.github.isolation.findings;

import java.util.List;
import java.util.stream.Stream;

/**
 * What trials have shown of a finding.
 *
 * @param confirmed whether a test was seen to fail because of it, and because of nothing else that is known
 * @param seen what was run, and what came of it, in a line each; none where nothing was tried
 */
public record Tried(boolean confirmed, List<String> seen) {
    /** Of a finding that nobody has tried out. */
    public static final Tried NOT = new Tried(false, List.of());

    public Tried {
        seen = List.copyOf(seen);
    }

    /** Both together. */
    public Tried and(Tried other) {
        return new Tried(
                confirmed || other.confirmed,
                Stream.concat(seen.stream(), other.seen.stream()).distinct().toList());
    }
}
