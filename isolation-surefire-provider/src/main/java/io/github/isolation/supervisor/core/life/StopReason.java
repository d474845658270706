package io.github.isolation.supervisor.core.life;

/** Why a worker is asked to finish of its own accord, between two classes. */
public sealed interface StopReason {
    /** There is nothing left to run. */
    record NothingLeft() implements StopReason {}

    /**
     * It is to be replaced.
     *
     * @param why for the user, as in "after a failure"
     */
    record Retire(String why) implements StopReason {}
}
