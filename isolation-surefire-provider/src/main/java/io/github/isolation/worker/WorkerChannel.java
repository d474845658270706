package io.github.isolation.worker;

import io.github.isolation.process.Descendants;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ProtocolException;
import io.github.isolation.protocol.ReportKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of the wire. When it ends, so does this JVM, whatever the tests are doing: a worker never outlives its
 * supervisor.
 */
public final class WorkerChannel {
    /** The exit status of a worker whose supervisor is gone; nobody is left to read it. */
    private static final int ABANDONED = 1;

    /** Longer than shutdown hooks commonly take. Those that take longer are not left alone when the supervisor dies. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static @Nullable volatile WorkerChannel current;

    private final SteadySocket socket;
    private final Frames incoming;
    private final Outgoing outgoing;
    private final Object order = new Object();
    private final CountDownLatch retirementAcknowledged = new CountDownLatch(1);
    private volatile boolean saidBye;
    private volatile boolean closed;
    private long lastSaid;
    private long lastHeard;

    private WorkerChannel(SteadySocket socket, Outgoing outgoing) {
        this.socket = socket;
        this.incoming = new Frames(socket, socket);
        this.outgoing = outgoing;
    }

    /** Connects and greets. */
    public static WorkerChannel connect(Endpoint endpoint) throws IOException {
        SteadySocket socket = new SteadySocket(SocketChannel.open(endpoint.address()));
        Outgoing outgoing = Outgoing.atOnce(socket);
        String slower = null;
        try {
            Path journal = endpoint.journal();
            outgoing = journal == null ? outgoing : Outgoing.by(socket, Journal.open(journal));
        } catch (IOException e) {
            slower = "isolation: a worker sends every event by itself, which is slower: " + e;
        }
        WorkerChannel channel = new WorkerChannel(socket, outgoing);
        channel.send(new Event.Hello(
                Protocol.VERSION, endpoint.secret(), ProcessHandle.current().pid()));
        if (slower != null) {
            channel.send(new Event.Logged(LogLevel.WARNING, slower, null));
        }
        current = channel;
        return channel;
    }

    /** The channel of this JVM; null if it is no worker of ours. */
    static @Nullable WorkerChannel current() {
        return current;
    }

    /** Says something; it has reached the operating system when this returns, and survives a crash of this JVM. */
    void send(Event event) throws IOException {
        if (event instanceof Event.Bye) {
            saidBye = true;
            socket.mayStopListening();
        }
        try {
            keep(event);
            outgoing.deliver(mayWait(event));
        } catch (ProtocolException e) {
            // What can be long is cut before it comes here, so this is a fault of ours; a test without a result is an
            // error.
            String kind = event.getClass().getSimpleName();
            String line = "isolation: what a worker had to say cannot be passed on (" + kind + "): " + e.getMessage();
            count(EventCodec.encode(new Event.Logged(LogLevel.ERROR, line, null)));
            outgoing.deliver(false);
        } catch (RuntimeException | Error e) {
            if (!mayBeLost(event)) {
                giveUp("send what it had to say", e);
            }
            throw e; // to a test that prints, with a stack or a heap that is full, as it would be without us
        }
    }

    /** A second time with less, if there is not enough memory for all of it. */
    private void keep(Event event) throws IOException {
        try {
            count(EventCodec.encode(event));
        } catch (RuntimeException | Error e) {
            if (mayBeLost(event)) {
                throw e;
            }
            Event less = event instanceof Event.Reported reported
                    ? new Event.Reported(reported.kind(), Reports.withoutLongTexts(reported.report()))
                    : event;
            count(EventCodec.encode(less));
        }
    }

    /** Of what is not kept, the number is free again. */
    private void count(byte[] message) throws IOException {
        synchronized (order) {
            outgoing.keep(Numbered.frame(lastSaid + 1, message));
            lastSaid++;
        }
    }

    /** What no test's account depends on. */
    private static boolean mayBeLost(Event event) {
        return event instanceof Event.Printed
                || event instanceof Event.Logged
                || event instanceof Event.LeftBehind
                || event instanceof Event.ThreadDump
                || event instanceof Event.ExitCalled
                || event instanceof Event.SharesPlans;
    }

    /**
     * Ends this JVM, because something cannot be said that the supervisor must know: a crash is seen, and a test that nobody
     * heard of is not. Returns only when all was said before.
     *
     * @param what after "could not"; a constant, because there may be no memory to make a text of it
     */
    void giveUp(String what, Throwable why) {
        if (!saidBye && !closed) {
            HardEnd.crash(what, why, socket);
        }
    }

    /**
     * What there is plenty of, and the supervisor does nothing about but pass it on. Not the start of a test: if this JVM
     * freezes in it, nobody in here can tell any more which one takes too long.
     */
    private static boolean mayWait(Event event) {
        boolean starts = event instanceof Event.Reported reported
                && (reported.kind() == ReportKind.STARTING || reported.kind() == ReportKind.SET_STARTING);
        return (event instanceof Event.Reported && !starts)
                || event instanceof Event.Printed
                || event instanceof Event.Began
                || event instanceof Event.Ended
                || event instanceof Event.Planned
                || event instanceof Event.GoesOn;
    }

    /** Like {@link #send}, for callers that can do nothing about a supervisor that is gone: the reader will notice. */
    void tell(Event event) {
        try {
            send(event);
        } catch (IOException e) {
            // receive() sees the end of the channel at the same moment and ends this JVM.
        }
    }

    /** The next command. Does not return if the supervisor is gone. */
    Command receive() throws IOException {
        byte[] frame = null;
        try {
            frame = incoming.read();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // A supervisor that is killed while it has not read everything resets the connection.
            if (saidBye || closed) {
                throw e;
            }
        }
        if (frame == null) {
            endDescendants();
            HardEnd.halt(ABANDONED);
            throw new IOException("the supervisor is gone");
        }
        lastHeard++;
        long number = Numbered.number(frame);
        if (number != lastHeard) {
            tell(new Event.Logged(
                    LogLevel.WARNING,
                    "isolation: command " + number + " came to a worker where " + lastHeard
                            + " was expected. It ends itself, since it cannot know what it missed. Please report this.",
                    null));
            HardEnd.halt(ABANDONED);
        }
        Command command = CommandCodec.decode(Numbered.message(frame));
        if (command instanceof Command.Ping) {
            tell(new Event.Pong()); // what was lost before it is noticed now, if nothing else is said
        }
        return command;
    }

    /** What tests have started ends first: afterwards nobody is left to do it. */
    private static void endDescendants() {
        try {
            Descendants.endOwn(System.getenv().getOrDefault(Descendants.MARK_ENVIRONMENT, ""));
        } catch (RuntimeException | Error e) {
            // A test has forbidden it, or used up what it takes. This JVM ends all the same.
        }
    }

    /**
     * Ends this JVM on purpose, once the supervisor has acknowledged everything that was said before. Exits rather than
     * halts, so that shutdown hooks run and coverage is written. Does not return.
     */
    void retire(String why) {
        saidBye = true;
        socket.mayStopListening();
        try {
            tell(new Event.Retiring(why));
        } catch (RuntimeException | Error e) {
            HardEnd.crash("say that it retires", e, socket);
        }
        boolean acknowledged = false;
        while (!acknowledged) {
            try {
                retirementAcknowledged.await();
                acknowledged = true;
            } catch (InterruptedException e) {
                // Of a test that is over. If nobody acknowledges any more, the thread that listens ends this JVM.
            }
        }
        HardEnd.exit();
    }

    /**
     * Lets {@link #retire} go on. Called by the thread that listens, which then rests: a JVM that exits waits 30 times 10 ms
     * for threads in native code, such as one that waits for a socket (HotSpot's
     * {@code VM_Exit::wait_for_threads_in_native_to_block}).
     */
    void retirementAcknowledged() {
        retirementAcknowledged.countDown();
        LockSupport.parkNanos(REST_NANOS);
    }

    /** Whether all is said: whatever happens to this JVM from here on is no test's fault. */
    boolean hasSaidBye() {
        return saidBye;
    }

    /** Closes the connection. */
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}
