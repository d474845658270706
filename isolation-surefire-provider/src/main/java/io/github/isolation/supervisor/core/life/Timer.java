package io.github.isolation.supervisor.core.life;

/** The clocks that run for a worker. A timer that fires carries the worker's serial, so stale ones are recognized. */
public enum Timer {
    /** From the spawn to the greeting. */
    STARTUP,
    /** From asking a worker for a thread dump to asking its JVM, past all threads. */
    DUMP,
    /** From asking the JVM for a thread dump to not waiting for it any more. */
    QUIT,
    /** From the polite request to end to the forced one. */
    GRACE,
    /** From the first sign of death (exit, or end of channel) to the second. */
    DRAIN,
    /** From the acknowledged goodbye to the exit. */
    EXIT
}
