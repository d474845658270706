package io.github.isolation.supervisor;

import java.util.List;

/** The supervisor itself is at its end, by a fault of ours or for want of memory. Says what was running. */
public final class SupervisorFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SupervisorFailedException(List<String> running, Throwable cause) {
        super(
                "isolation: the supervisor failed "
                        + (running.isEmpty()
                                ? "while no test was running"
                                : "while " + String.join(" and ", running) + " ran")
                        + ": " + cause,
                cause);
    }
}
