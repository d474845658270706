package io.github.isolation.fork;

/** How a lock is held across forks. */
public enum LockMode {
    /** Together with other readers. */
    READ,
    /** Alone. */
    WRITE;

    /** The stronger of two. */
    public LockMode and(LockMode other) {
        return this == WRITE ? this : other;
    }
}
