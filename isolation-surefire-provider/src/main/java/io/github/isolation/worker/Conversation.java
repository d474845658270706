package io.github.isolation.worker;

import io.github.isolation.protocol.Command;
import java.io.Closeable;
import java.io.IOException;

/** Both directions of the wire. Only the thread that takes commands needs the other one. */
interface Conversation extends ToSupervisor, Closeable {
    /** The next command. Does not return if the supervisor is gone. */
    Command receive() throws IOException;

    /** Lets {@link #retire} go on. Called by the thread that takes commands, which then rests. */
    void retirementAcknowledged();

    /** Ends the conversation. */
    @Override
    void close() throws IOException;
}
