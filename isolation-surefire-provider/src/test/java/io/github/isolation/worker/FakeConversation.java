package io.github.isolation.worker;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the wire is, and at its end: keeps what a worker says, and has what it is told. */
final class FakeConversation implements Conversation {
    /** Thrown where a worker ends, since the JVM of these tests does not. */
    static final class Gone extends Error {
        private static final long serialVersionUID = 1;
    }

    final List<Event> told = new CopyOnWriteArrayList<>();
    final Deque<Command> commands = new ArrayDeque<>();
    String retiredBecause;
    String couldNot;
    int acknowledged;
    boolean closed;
    boolean saidBye;
    /** JUnit goes on where a JVM would not, since it catches what is thrown instead. */
    private boolean gone;

    private IOException trouble;
    private Throwable fault;

    /** From here on the supervisor is gone. */
    void breakDown() {
        trouble = new IOException("as if the supervisor were gone");
    }

    /** From here on nothing can be said, by a fault of this JVM. */
    void failWith(RuntimeException thrown) {
        fault = thrown;
    }

    /** As {@link #failWith(RuntimeException)}, as if there were no memory. */
    void failWith(Error thrown) {
        fault = thrown;
    }

    @Override
    public void send(Event event) throws IOException {
        if (gone) {
            return; // nobody would hear it
        }
        if (trouble != null) {
            throw trouble;
        }
        if (fault instanceof RuntimeException e) {
            throw e;
        }
        if (fault instanceof Error e) {
            throw e;
        }
        told.add(event);
    }

    @Override
    public void tell(Event event) {
        try {
            send(event);
        } catch (IOException e) {
            // As in the real one.
        }
    }

    @Override
    public void retire(String why) {
        if (!gone) {
            gone = true;
            retiredBecause = why;
        }
        throw new Gone();
    }

    @Override
    public void giveUp(String what, Throwable why) {
        if (saidBye) {
            return;
        }
        if (!gone) {
            gone = true;
            couldNot = what;
        }
        throw new Gone();
    }

    @Override
    public boolean hasSaidBye() {
        return saidBye;
    }

    @Override
    public Command receive() throws IOException {
        if (commands.isEmpty()) {
            throw new IOException("nothing more was to be said");
        }
        return commands.remove();
    }

    @Override
    public void retirementAcknowledged() {
        acknowledged++;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What was told of one kind. */
    <E extends Event> List<E> told(Class<E> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The lines for the console. */
    List<String> lines() {
        return told(Logged.class).stream().map(Logged::message).toList();
    }
}
