package io.github.isolation.supervisor.core;

/** What can happen to a worker, or be decided about it. */
public sealed interface WorkerInput {
    /** It said hello, with the right version and secret. */
    record Greeted() implements WorkerInput {}

    /** It is handed a class. */
    record Hand(String className) implements WorkerInput {}

    /** It asks for a class, and is done with the one before. */
    record Asked() implements WorkerInput {}

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

    /** It is to be ended by force. */
    record Kill(KillReason reason, String detail) implements WorkerInput {}

    /** Its channel has ended. */
    record ChannelEnded() implements WorkerInput {}

    /** Its process has exited. */
    record Exited(Obituary obituary) implements WorkerInput {}

    /** One of its timers has run out. */
    record TimerFired(Timer timer) implements WorkerInput {}
}
