package io.github.isolation.queue;

import java.util.List;

/**
 * What has become of the classes of a run.
 *
 * @param open classes without results
 * @param done classes with results
 * @param failed the names of those that failed
 * @param lost those that nobody is going to run any more
 */
public record Census(int open, int done, List<String> failed, List<Lost> lost) {
    /**
     * A class that was lent too often.
     *
     * @param machines those that had it, one after the other
     */
    public record Lost(String className, String machines) {}

    public Census {
        failed = List.copyOf(failed);
        lost = List.copyOf(lost);
    }
}
