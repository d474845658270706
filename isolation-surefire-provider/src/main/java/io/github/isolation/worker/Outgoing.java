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

    /** A frame that the journal is too small for, until all of it was written. */
    private byte @Nullable [] large;

    /** How much of it has been put into the piece, and whether the piece is whole. */
    private int inPieces;

    private boolean pieceIsWhole;

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
        keep(frame);
        deliver(mayWait);
    }

    /**
     * The first half of saying something. What this throws means that nothing of the frame was kept, so that it may be tried
     * again: tests may use up all memory, or all of a stack.
     */
    synchronized void keep(byte[] frame) throws IOException {
        if (frame.length > Protocol.MAX_FRAME) {
            throw new ProtocolException("a frame of " + frame.length + " bytes; the limit is " + Protocol.MAX_FRAME);
        }
        if (large != null || !journal.add(frame)) {
            send();
            if (!journal.add(frame)) {
                inPieces = -Integer.BYTES;
                pieceIsWhole = false;
                large = frame;
            }
        }
    }

    /** The second half: sends what is kept, now or in a moment. */
    synchronized void deliver(boolean mayWait) throws IOException {
        if (mayWait && large == null && courier != null && System.nanoTime() - lastSent < MOMENT_NANOS) {
            leaveToCourier(courier);
            return;
        }
        try {
            send();
        } catch (RuntimeException | Error e) {
            if (courier == null) {
                throw e;
            }
            leaveToCourier(courier); // which has a stack of its own, and tries until there is memory again
        }
    }

    private void leaveToCourier(Thread thread) {
        if (!somethingWaits) {
            LockSupport.unpark(thread); // it cannot look before this lock is given back
            somethingWaits = true;
        }
    }

    /** In pieces, and from where the last try ended. */
    private void sendLarge(byte[] frame) throws IOException {
        while (pieceIsWhole || inPieces < frame.length) {
            if (!pieceIsWhole) {
                int length;
                piece.clear();
                if (inPieces < 0) {
                    piece.putInt(frame.length);
                    length = Integer.BYTES;
                } else {
                    length = Math.min(piece.remaining(), frame.length - inPieces);
                    piece.put(frame, inPieces, length);
                }
                piece.flip();
                inPieces += length;
                pieceIsWhole = true;
            }
            drain(piece);
            pieceIsWhole = false;
        }
        journal.sent(Integer.BYTES + frame.length);
        large = null;
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
        byte[] frame = large;
        if (frame != null) {
            sendLarge(frame);
        }
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
            try {
                if (!isNeeded()) {
                    LockSupport.park(this);
                }
                if (isNeeded()) {
                    LockSupport.parkNanos(this, MOMENT_NANOS);
                    sendWhatWaits();
                }
                Thread.interrupted(); // tests may interrupt whom they find, and who is interrupted does not park
            } catch (IOException e) {
                return; // the supervisor is gone; the one who listens to it ends this JVM
            } catch (RuntimeException | Error e) {
                // Tests may use up all memory, and go on: what waits still does, and goes in the next round. What ends
                // a
                // thread comes to a handler of theirs, which may end this JVM.
            }
        }
    }

    private synchronized boolean isNeeded() {
        return somethingWaits;
    }

    private synchronized void sendWhatWaits() throws IOException {
        send();
        somethingWaits = false;
    }
}
