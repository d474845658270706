package io.github.isolation.queue;

import java.util.List;

/**
 * A unit that was lent.
 *
 * @param classes those that have no results yet
 */
public record Grant(long token, List<String> classes) {
    public Grant {
        classes = List.copyOf(classes);
    }
}
