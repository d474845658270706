package io.github.isolation.worker;

import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What this worker says. All of it goes into the journal first, which outlives this JVM, and is sent from there: at once, if
 * nothing was sent for a moment or the supervisor is to answer; otherwise a moment later, together with what was said since.
 * So a test of more than that moment is known of when it starts, and a hundred short ones cost one system call. Thread-safe.
 */
final class Outgoing {
    /** How long what is kept in the journal is not sent: too short to be seen, and long for a test that does nothing. */
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final int LARGEST_PIECE = 64 << 10;

    private final WritableByteChannel target;
    private final Journal journal;
    private final @Nullable Thread courier;
    private long lastSent = System.nanoTime() - MOMENT_NANOS;
    private boolean somethingWaits;

    /** Made beforehand: tests may use up all memory, and half a frame would be the end of the conversation. */
    private final ByteBuffer piece = ByteBuffer.allocateDirect(LARGEST_PIECE);

    /** How much of what the journal keeps was written, by a try that failed half-way. */
    private int written;

    private Outgoing(WritableByteChannel target, Journal journal, boolean outlivesThisJvm) {
        this.target = target;
        this.journal = journal;
        this.courier = outlivesThisJvm ? new Thread(this::carry, "isolation-courier") : null;
    }

    /** With a journal that the supervisor reads when this JVM is gone. */
    static Outgoing by(WritableByteChannel target, Journal journal) {
        Outgoing outgoing = new Outgoing(target, journal, true);
        Thread courier = outgoing.courier;
        if (courier != null) {
            courier.setDaemon(true);
            courier.start();
        }
        return outgoing;
    }

    /** Without: nothing waits in here. */
    static Outgoing atOnce(WritableByteChannel target) {
        return new Outgoing(target, Journal.ofThisProcess(), false);
    }

    /** Says something; the supervisor hears of it, whatever becomes of this JVM, once this has returned. */
    synchronized void say(byte[] frame, boolean mayWait) throws IOException {
        if (frame.length > Protocol.MAX_FRAME) {
            throw new ProtocolException("a frame of " + frame.length + " bytes; the limit is " + Protocol.MAX_FRAME);
        }
        if (!journal.add(frame)) {
            send();
            if (!journal.add(frame)) {
                sendLarge(frame);
            }
        }
        if (!mayWait || courier == null || System.nanoTime() - lastSent >= MOMENT_NANOS) {
            send();
        } else if (!somethingWaits) {
            LockSupport.unpark(courier); // it cannot look before this lock is given back
            somethingWaits = true;
        }
    }

    private void sendLarge(byte[] frame) throws IOException {
        piece.clear().putInt(frame.length);
        for (int sent = 0; sent < frame.length; ) {
            int length = Math.min(piece.remaining(), frame.length - sent);
            drain(piece.put(frame, sent, length).flip());
            piece.clear();
            sent += length;
        }
        journal.sent(Integer.BYTES + frame.length);
    }

    private void send() throws IOException {
        ByteBuffer unsent = journal.unsent().position(written);
        try {
            drain(unsent);
        } finally {
            written = unsent.position();
        }
        journal.sent(0);
        written = 0;
        lastSent = System.nanoTime();
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** The courier's life. */
    private void carry() {
        while (true) {
            if (!isNeeded()) {
                LockSupport.park(this);
            }
            if (isNeeded()) {
                LockSupport.parkNanos(this, MOMENT_NANOS);
                try {
                    sendWhatWaits();
                } catch (IOException e) {
                    return; // the supervisor is gone; the one who listens to it ends this JVM
                } catch (Error e) {
                    lateBy(e); // tests may use up all memory, and go on
                }
            }
            Thread.interrupted(); // tests may interrupt whom they find, and who is interrupted does not park
        }
    }

    private synchronized boolean isNeeded() {
        return somethingWaits;
    }

    private synchronized void sendWhatWaits() throws IOException {
        send();
        somethingWaits = false;
    }

    /** What waits still does, and goes in the next round. */
    private static void lateBy(Error e) {
        if (!(e instanceof VirtualMachineError)) {
            throw e;
        }
    }
}
