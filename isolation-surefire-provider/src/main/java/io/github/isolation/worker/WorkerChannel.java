package io.github.isolation.worker;

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

/**
 * The worker's end of the wire. When it ends, so does this JVM, whatever the tests are doing: a worker never outlives its
 * supervisor.
 */
final class WorkerChannel implements Conversation {
    /** The exit status of a worker whose supervisor is gone; nobody is left to read it. */
    private static final int ABANDONED = 1;

    /** Longer than shutdown hooks commonly take. Those that take longer are not left alone when the supervisor dies. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final SteadySocket socket;
    private final Frames incoming;
    private final Outgoing outgoing;
    private final JvmEnd jvm;
    private final Object order = new Object();
    private final CountDownLatch retirementAcknowledged = new CountDownLatch(1);
    private volatile boolean saidBye;
    private volatile boolean closed;
    private long lastSaid;
    private long lastHeard;

    private WorkerChannel(SteadySocket socket, Outgoing outgoing, JvmEnd jvm) {
        this.socket = socket;
        this.incoming = new Frames(socket, socket);
        this.outgoing = outgoing;
        this.jvm = jvm;
    }

    /** Connects and greets. */
    static WorkerChannel connect(Endpoint endpoint, JvmEnd jvm) throws IOException {
        SteadySocket socket = new SteadySocket(SocketChannel.open(endpoint.address()));
        Outgoing outgoing = Outgoing.atOnce(socket);
        String slower = null;
        try {
            Path journal = endpoint.journal();
            outgoing = journal == null ? outgoing : Outgoing.by(socket, Journal.open(journal));
        } catch (IOException e) {
            slower = "isolation: a worker sends every event by itself, which is slower: " + e;
        }
        WorkerChannel channel = new WorkerChannel(socket, outgoing, jvm);
        channel.send(new Event.Hello(
                Protocol.VERSION, endpoint.secret(), ProcessHandle.current().pid()));
        if (slower != null) {
            channel.send(new Event.Logged(LogLevel.WARNING, slower, null));
        }
        return channel;
    }

    @Override
    public void send(Event event) throws IOException {
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

    @Override
    public void giveUp(String what, Throwable why) {
        if (!saidBye && !closed) {
            jvm.crash(what, why, socket);
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

    @Override
    public void tell(Event event) {
        try {
            send(event);
        } catch (IOException e) {
            // receive() sees the end of the channel at the same moment and ends this JVM.
        }
    }

    @Override
    public Command receive() throws IOException {
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
            jvm.endDescendants();
            jvm.halt(ABANDONED);
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
            jvm.halt(ABANDONED);
        }
        Command command = CommandCodec.decode(Numbered.message(frame));
        if (command instanceof Command.Ping) {
            tell(new Event.Pong()); // what was lost before it is noticed now, if nothing else is said
        }
        return command;
    }

    @Override
    public void retire(String why) {
        saidBye = true;
        socket.mayStopListening();
        try {
            tell(new Event.Retiring(why));
        } catch (RuntimeException | Error e) {
            jvm.crash("say that it retires", e, socket);
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
        jvm.exit();
    }

    /**
     * {@inheritDoc} A JVM that exits waits 30 times 10 ms for threads in native code, such as one that waits for a socket
     * (HotSpot's {@code VM_Exit::wait_for_threads_in_native_to_block}).
     */
    @Override
    public void retirementAcknowledged() {
        retirementAcknowledged.countDown();
        LockSupport.parkNanos(REST_NANOS);
    }

    @Override
    public boolean hasSaidBye() {
        return saidBye;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
}
