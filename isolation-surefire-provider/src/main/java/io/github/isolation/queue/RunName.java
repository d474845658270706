package io.github.isolation.queue;

/**
 * A run: the same tests, on all machines of a build.
 *
 * @param run what tells this build from others
 * @param group what tells runs of one build apart that run the same tests otherwise; may be empty
 * @param attempt at this build, from 1: each has a queue of its own
 */
public record RunName(String run, String group, int attempt) {
    /** For a person. */
    @Override
    public String toString() {
        return run + (group.isEmpty() ? "" : " (" + group + ")") + (attempt == 1 ? "" : ", attempt " + attempt);
    }
}
