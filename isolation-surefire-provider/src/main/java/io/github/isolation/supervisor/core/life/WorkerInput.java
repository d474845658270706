package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/** What can happen to a worker, or be decided about it. */
public sealed interface WorkerInput {
    /** It said hello, with the right version and secret. */
    record Greeted() implements WorkerInput {}

    /** It is handed something to run. */
    record ClassInHand() implements WorkerInput {}

    /** It asks for a class, and is done with the one before. */
    record Asked() implements WorkerInput {}

    /** Its fork is being put in order, so it waits. */
    record ForkInDisorder() implements WorkerInput {}

    /** Its fork is in order again; with a reason why it is not, it is the worker's last. */
    record ForkInOrder(@Nullable String failure) implements WorkerInput {}

    /** It is to make room for another before it is handed anything more. */
    record MustRetire(String why) implements WorkerInput {}

    /** It is to finish of its own accord. */
    record Stop(StopReason reason) implements WorkerInput {}

    /** It is about to end on purpose, inside a class and after a result, and waits for our word. */
    record Retires(String why) implements WorkerInput {}

    /** It told what its threads are doing. */
    record Dumped() implements WorkerInput {}

    /** It said goodbye: every event before has been received. */
    record SaidBye() implements WorkerInput {}

    /** {@code System.exit} was called in it. */
    record ExitWasCalled(ExitCaller caller) implements WorkerInput {}

    /**
     * It is to be ended by force.
     *
     * @param overdue what took too long, if that is the reason
     */
    record Kill(KillReason reason, String detail, @Nullable Overdue overdue) implements WorkerInput {
        /** For any other reason than time. */
        public Kill(KillReason reason, String detail) {
            this(reason, detail, null);
        }

        /** Because of time. */
        public Kill(Overdue overdue) {
            this(KillReason.TIMED_OUT, overdue.detail(), overdue);
        }
    }

    /** Its channel has ended. */
    record ChannelEnded() implements WorkerInput {}

    /** Its process has exited. */
    record Exited(ExitInfo exit) implements WorkerInput {}

    /** One of its timers has run out. */
    record TimerFired(Timer timer) implements WorkerInput {}
}
