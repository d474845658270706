package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;

/** What is to be done about a worker; the loop does it. */
public sealed interface WorkerEffect {
    /** Start a timer. */
    record Arm(Timer timer) implements WorkerEffect {}

    /** Stop a timer. */
    record Disarm(Timer timer) implements WorkerEffect {}

    /** Tell the worker. */
    record Send(Command command) implements WorkerEffect {}

    /** Have the JVM itself print a thread dump, by signal. */
    record Quit() implements WorkerEffect {}

    /**
     * End the process.
     *
     * @param hard by force, with all its descendants
     */
    record Destroy(boolean hard) implements WorkerEffect {}

    /** End what it started and left behind: nobody is there any more who wanted it. */
    record EndOrphans() implements WorkerEffect {}

    /** The worker is gone; its account is to be settled. */
    record Settle(DeathReason reason) implements WorkerEffect {}
}
