package io.github.isolation.supervisor.core;

import org.jspecify.annotations.Nullable;

/** The life of one worker. Every state carries what it takes to say why the worker is in it. */
public sealed interface WorkerState {

    /** A worker whose process may still run. */
    sealed interface Alive extends WorkerState {
        /** Who has called {@code System.exit} in it, if anybody has. */
        @Nullable
        ExitCaller exitCaller();
    }

    /** Started, and not yet heard of. */
    record Launching() implements Alive {
        @Override
        public @Nullable ExitCaller exitCaller() {
            return null;
        }
    }

    /** Greeted; it sets up its provider and has not asked for a class yet. */
    record Greeted(@Nullable ExitCaller exitCaller) implements Alive {}

    /** It asked for a class and waits for the answer. */
    record Ready(@Nullable ExitCaller exitCaller) implements Alive {}

    /** It runs the unit of this class. */
    record Running(String className, @Nullable ExitCaller exitCaller) implements Alive {}

    /** Asked to finish; it may still re-run failures before it says goodbye. */
    record Stopping(StopReason reason, @Nullable ExitCaller exitCaller) implements Alive {}

    /** Said goodbye, which was acknowledged; its exit is awaited. */
    record Leaving(StopReason reason, @Nullable ExitCaller exitCaller) implements Alive {}

    /** How far the end by force has come. */
    enum Phase {
        /** It was asked what its threads are doing. */
        DUMPING,
        /** It did not answer, so its JVM was asked. */
        QUITTING,
        /** It was asked to end. */
        SOFT,
        /** It is ended. */
        HARD
    }

    /** Being ended by force, softly first. */
    record Terminating(
            KillReason reason,
            @Nullable String detail,
            Phase phase,
            boolean greeted,
            @Nullable ExitCaller exitCaller) implements Alive {

        Terminating in(Phase next) {
            return new Terminating(reason, detail, next, greeted, exitCaller);
        }
    }

    /** Dead by one witness (exit, or end of channel); the other one is awaited, so that no event is missed. */
    record Draining(Evidence evidence) implements WorkerState {}

    /** Dead, and judged. */
    record Ended(DeathReason reason) implements WorkerState {}
}
