package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/** The life of one worker. Every state carries what it takes to say why the worker is in it. */
public sealed interface WorkerState {

    /** A worker whose process may still run. */
    sealed interface Alive extends WorkerState {
        /** Who has called {@code System.exit} in it, if anybody has. */
        @Nullable
        ExitCaller exitCaller();
    }

    /** One that runs classes, or will when it has started. */
    sealed interface Serving extends Alive {
        Standing standing();

        /** The same state of a worker of which something else is known. */
        Serving with(Standing standing);

        @Override
        default @Nullable ExitCaller exitCaller() {
            return standing().exitCaller();
        }
    }

    /** Started, and not yet heard of. */
    record Launching(Standing standing) implements Serving {
        @Override
        public Launching with(Standing changed) {
            return new Launching(changed);
        }
    }

    /** Greeted; it sets up its provider and has not asked for a class yet. */
    record Greeted(Standing standing) implements Serving {
        @Override
        public Greeted with(Standing changed) {
            return new Greeted(changed);
        }
    }

    /** It asked for a class and waits for the answer. */
    record Ready(Standing standing) implements Serving {
        @Override
        public Ready with(Standing changed) {
            return new Ready(changed);
        }
    }

    /** It runs what it was handed. */
    record Running(Standing standing) implements Serving {
        @Override
        public Running with(Standing changed) {
            return new Running(changed);
        }
    }

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

    /**
     * Being ended by force, softly first.
     *
     * @param overdue what took too long, if anything did, whatever else has come to light since
     */
    record Terminating(
            KillReason reason,
            String detail,
            @Nullable Overdue overdue,
            Phase phase,
            boolean greeted,
            @Nullable ExitCaller exitCaller)
            implements Alive {

        Terminating in(Phase next) {
            return new Terminating(reason, detail, overdue, next, greeted, exitCaller);
        }
    }

    /** Dead by one witness (exit, or end of channel); the other one is awaited, so that no event is missed. */
    record Draining(Evidence evidence) implements WorkerState {}

    /** Dead, and judged. */
    record Ended(DeathReason reason) implements WorkerState {}
}
