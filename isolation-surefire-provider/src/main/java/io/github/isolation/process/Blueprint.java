package io.github.isolation.process;

import io.github.isolation.protocol.Endpoint;
import java.io.IOException;

/** Knows how a worker is started; everything but the streams, which belong to the {@link Workers}. */
public interface Blueprint {
    /** The environment variable that is different for every launch; whoever has it is the worker or its descendant. */
    String nonceVariable();

    /** Whether what a worker starts is told from everything else by its session, too. */
    default boolean hasOwnSession() {
        return true;
    }

    /** Whether what a worker has not sent yet is kept for it; otherwise it sends every event by itself. */
    default boolean keepsJournal() {
        return true;
    }

    /**
     * A command that starts a worker.
     *
     * @param serial the worker's serial
     * @param fork the fork it works for
     * @param spare whether it is started ahead, while another worker of the fork runs tests
     * @param endpoint where it will find its supervisor
     */
    ProcessBuilder prepare(int serial, int fork, boolean spare, Endpoint endpoint) throws IOException;
}
