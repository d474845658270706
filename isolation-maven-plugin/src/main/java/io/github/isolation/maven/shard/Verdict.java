package io.github.isolation.maven.shard;

/** What is to be thought of all shards together; of several, the last one holds. */
public enum Verdict {
    /** Every class that there is was run once, and every test passed. */
    GREEN,
    /** A test failed, or the build of a machine did. */
    RED,
    /** A machine, or a class, is missing. */
    INCOMPLETE,
    /** What shards say cannot all be true of the same tests. */
    CONTRADICTORY;

    Verdict or(Verdict other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
