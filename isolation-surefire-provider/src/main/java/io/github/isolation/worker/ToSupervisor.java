package io.github.isolation.worker;

import io.github.isolation.protocol.Event;
import java.io.IOException;

/**
 * What a worker says: the way out, and the only one. In a worker it is the {@link WorkerChannel}; in tests of its parts, a list.
 * Thread-safe.
 */
interface ToSupervisor {
    /** Says something; it has reached the operating system when this returns, and survives a crash of this JVM. */
    void send(Event event) throws IOException;

    /** Like {@link #send}, for callers that can do nothing about a supervisor that is gone: the reader will notice. */
    void tell(Event event);

    /**
     * Ends this JVM on purpose, once the supervisor has acknowledged everything that was said before. Exits rather than
     * halts, so that shutdown hooks run and coverage is written. Does not return.
     */
    void retire(String why);

    /**
     * Ends this JVM, because something cannot be said that the supervisor must know: a crash is seen, and a test that nobody
     * heard of is not. Returns only when all was said before.
     *
     * @param what after "could not"; a constant, because there may be no memory to make a text of it
     */
    void giveUp(String what, Throwable why);

    /** Whether all is said: whatever happens to this JVM from here on is no test's fault. */
    boolean hasSaidBye();
}
