package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.ExitError;
import io.github.isolation.protocol.Event.Logged;
import java.util.ArrayList;
import java.util.List;

/**
 * Errors with a trace that Surefire's booter logs in a worker. Such a trace fails the build, whatever the tests say. If the
 * worker dies right after it, as of an OutOfMemoryError, the death is in the accounts already: a test is an error, which a
 * re-run may mend. So they are held back until it is known what becomes of the worker.
 */
final class HeldErrors {
    /** More are not the last words of anybody. */
    private static final int MOST = 10;

    private final List<Event> held = new ArrayList<>();

    void forget() {
        held.clear();
    }

    /** Takes an event that may be of that kind; says whether it was. */
    boolean hold(Event event) {
        boolean fails = event instanceof ExitError
                || (event instanceof Logged logged
                        && logged.trace() != null
                        && !String.valueOf(logged.message()).startsWith("isolation: "));
        if (fails && held.size() < MOST) {
            held.add(event);
            return true;
        }
        return false;
    }

    /** The worker lives on, or left as it should: they mean what they say. */
    List<Event> release() {
        List<Event> released = List.copyOf(held);
        held.clear();
        return released;
    }
}
