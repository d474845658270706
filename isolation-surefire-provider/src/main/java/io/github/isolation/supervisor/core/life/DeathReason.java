package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/** The classified cause of a worker's end. */
public sealed interface DeathReason {
    /** It ran what there was to run, and said goodbye. */
    record Finished(@Nullable ExitInfo exit) implements DeathReason {}

    /** It was asked to make room for a fresh worker, or wished to, and said so in time or left its marker. */
    record Retired(String why, @Nullable ExitInfo exit) implements DeathReason {}

    /**
     * Nobody meant it to end.
     *
     * @param exit what its process left, if it was seen to exit; a hint, never a proof
     * @param exitCaller the thread and stack that called {@code System.exit}, if the worker could still tell
     */
    record Crashed(@Nullable ExitInfo exit, @Nullable ExitCaller exitCaller) implements DeathReason {}

    /** A crash that exhausted memory explains. */
    record OutOfMemory(@Nullable ExitInfo exit) implements DeathReason {}

    /** It was ended because a test or class took too long; {@code detail} says which. */
    record TimedOut(String detail) implements DeathReason {}

    /** It never greeted: the JVM did not start, or it was not ours. */
    record LaunchFailed(@Nullable ExitInfo exit) implements DeathReason {}

    /** It was ended because it spoke another protocol. */
    record ProtocolBroken(String message) implements DeathReason {}

    /** It was ended because a service of its fork had ended while it ran tests; {@code detail} says which, and how. */
    record ServiceEnded(String detail) implements DeathReason {}

    /** It was ended because a service of its fork does not run, nor will; {@code detail} says which, and why. */
    record ServiceFailed(String detail) implements DeathReason {}

    /** It was ended because Maven ended the fork. */
    record Cancelled() implements DeathReason {}

    /** What its process left, where that says something. */
    default @Nullable ExitInfo exit() {
        return null;
    }

    /** Whether the class that ran meanwhile has nothing to do with it. */
    default boolean cameFromOutside() {
        ExitInfo left = exit();
        return this instanceof Crashed && left != null && left.killedFromOutside();
    }

    /** Whether a test that was in flight is to be blamed for it. */
    default boolean isCrash() {
        return this instanceof Crashed || this instanceof OutOfMemory || this instanceof ProtocolBroken;
    }

    /** Whether the worker ended in the middle of something: what it had in hand has no result of its own any more. */
    default boolean interrupts() {
        return isCrash() || this instanceof TimedOut || this instanceof ServiceEnded;
    }
}
