package io.github.isolation.supervisor.core;

/** Which classes several forks may share while they run. */
public enum Splitting {
    /** None: the classes of each worker are decided, or there is but one fork. */
    NEVER,
    /** Those whose authors allow it, if there is still somebody to share them with. */
    MARKED,
    /** All that their worker calls divisible; whoever has nothing to run waits for them. */
    TAIL
}
