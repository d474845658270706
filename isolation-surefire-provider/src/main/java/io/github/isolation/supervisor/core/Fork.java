package io.github.isolation.supervisor.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of the forks that users ask for: a number and a directory in which one worker after another runs classes. */
final class Fork {
    private final int number;
    private @Nullable Worker worker;
    private int failedLaunches;

    Fork(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Whoever runs classes here, if anybody lives. */
    Optional<Worker> worker() {
        return Optional.ofNullable(worker).filter(one -> !one.isGone());
    }

    boolean isVacant() {
        return worker().isEmpty();
    }

    /** From now on this worker runs its classes. */
    void employ(Worker next) {
        worker = next;
    }

    /** A worker came as far as to ask for a class. */
    void launchSucceeded() {
        failedLaunches = 0;
    }

    /** A worker did not start; says how many in a row that makes. */
    int launchFailed() {
        return ++failedLaunches;
    }

    /** As if so many workers in a row had not started. */
    void close(int failures) {
        failedLaunches = failures;
    }

    int failedLaunches() {
        return failedLaunches;
    }
}
