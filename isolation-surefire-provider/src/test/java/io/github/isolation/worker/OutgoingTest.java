package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What is said arrives in order: sooner if somebody waits for it, and a moment later in any case. */
class OutgoingTest {
    private static final byte[] FIRST = {1, 2, 3};
    private static final byte[] SECOND = {4};

    private final BlockingQueue<byte[]> wire = new LinkedBlockingQueue<>();
    private final WritableByteChannel socket = new Wire() {
        @Override
        public int write(ByteBuffer source) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            wire.add(bytes);
            return bytes.length;
        }
    };

    @Test
    void afterAMomentOfSilenceNothingWaits() throws IOException {
        Outgoing.by(socket, Journal.ofThisProcess()).say(FIRST, true);
        assertEquals(1, wire.size());
    }

    @Test
    void whatMayWaitGoesWithWhatMayNot() throws Exception {
        Outgoing outgoing = Outgoing.by(socket, Journal.ofThisProcess());
        outgoing.say(FIRST, false);
        wire.clear();
        synchronized (outgoing) { // so that the courier, however slow this is, does not come in between
            outgoing.say(SECOND, false);
            outgoing.say(FIRST, true);
            outgoing.say(SECOND, false);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.forEach(all::writeBytes);
        Frames frames = reading(all.toByteArray());
        assertArrayEquals(SECOND, frames.read());
        assertArrayEquals(FIRST, frames.read());
        assertArrayEquals(SECOND, frames.read());
        assertNull(frames.read());
    }

    @Test
    void whatWaitsGoesByItself() throws Exception {
        Journal journal = Journal.ofThisProcess();
        Outgoing outgoing = Outgoing.by(socket, journal);
        for (int i = 0; i < 1000; i++) {
            outgoing.say(FIRST, true);
        }
        int heard = 0;
        while (heard < 1000 * (4 + FIRST.length)) {
            heard += wire.take().length;
        }
        assertEquals(1000 * (4 + FIRST.length), heard);
    }

    @Test
    void framesOfEverySizeArriveWhateverWaitsBeforeThem() throws IOException {
        for (int size : new int[] {1, (64 << 10) - 13, (64 << 10) - 12, (64 << 10) - 4, 64 << 10, 200_000}) {
            wire.clear();
            Outgoing outgoing = Outgoing.by(socket, Journal.ofThisProcess());
            outgoing.say(SECOND, true);
            outgoing.say(SECOND, true);
            outgoing.say(new byte[size], true);
            outgoing.say(SECOND, false);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            wire.forEach(all::writeBytes);
            Frames frames = reading(all.toByteArray());
            assertArrayEquals(SECOND, frames.read());
            assertArrayEquals(SECOND, frames.read());
            assertArrayEquals(new byte[size], frames.read());
            assertArrayEquals(SECOND, frames.read());
            assertNull(frames.read());
        }
    }

    @Test
    void withoutAJournalThatOutlivesTheJvmNothingWaits() throws IOException {
        Outgoing outgoing = Outgoing.atOnce(socket);
        outgoing.say(FIRST, true);
        outgoing.say(SECOND, true);
        assertEquals(2, wire.size());
    }

    @Test
    void whatWasWrittenBeforeMemoryRanOutIsNotWrittenAgain() throws Exception {
        Outgoing outgoing = Outgoing.by(runningOutOfMemoryOnce(), Journal.ofThisProcess());
        outgoing.say(FIRST, false);
        outgoing.say(SECOND, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.forEach(all::writeBytes);
        Frames frames = reading(all.toByteArray());
        assertArrayEquals(FIRST, frames.read());
        assertArrayEquals(SECOND, frames.read());
        assertNull(frames.read());
    }

    /** Nobody is to say it again: it is in the journal, which outlives this JVM. */
    @Test
    void whatCouldNotBeSentForLackOfMemoryGoesByItself() throws Exception {
        Outgoing outgoing = Outgoing.by(runningOutOfMemoryOnce(), Journal.ofThisProcess());
        outgoing.say(FIRST, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < Integer.BYTES + FIRST.length) {
            all.writeBytes(wire.take());
        }
        assertArrayEquals(FIRST, reading(all.toByteArray()).read());
    }

    @Test
    void aLargeFrameOnWhoseWayMemoryRanOutArrivesOnceAndWhole() throws Exception {
        Outgoing outgoing = Outgoing.by(runningOutOfMemoryOnce(), Journal.ofThisProcess());
        byte[] large = new byte[200_000];
        large[large.length - 1] = 1;
        outgoing.say(large, false);
        outgoing.say(SECOND, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.forEach(all::writeBytes);
        Frames frames = reading(all.toByteArray());
        assertArrayEquals(large, frames.read());
        assertArrayEquals(SECOND, frames.read());
        assertNull(frames.read());
    }

    /** It has neither a journal that is read when it is gone nor a courier: whoever said it must know. */
    @Test
    void withoutACourierLackOfMemoryIsToldToWhoSpeaks() throws Exception {
        Outgoing outgoing = Outgoing.atOnce(runningOutOfMemoryOnce());
        assertThrows(OutOfMemoryError.class, () -> outgoing.say(FIRST, false));
        outgoing.say(SECOND, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.forEach(all::writeBytes);
        Frames frames = reading(all.toByteArray());
        assertArrayEquals(FIRST, frames.read());
        assertArrayEquals(SECOND, frames.read());
        assertNull(frames.read());
    }

    @Test
    void aLargeFrameTakesNoMemoryThatTestsMayHaveUsedUp() throws IOException {
        Outgoing outgoing = Outgoing.by(
                new Wire() {
                    @Override
                    public int write(ByteBuffer source) throws IOException {
                        assertTrue(source.isDirect(), "the socket needs a buffer of its own for any other");
                        return socket.write(source);
                    }
                },
                Journal.ofThisProcess());
        byte[] large = new byte[200_000];
        large[large.length - 1] = 1;
        outgoing.say(large, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.forEach(all::writeBytes);
        assertArrayEquals(large, reading(all.toByteArray()).read());
    }

    /** Takes two bytes before. */
    private WritableByteChannel runningOutOfMemoryOnce() {
        return new Wire() {
            private boolean happened;

            @Override
            public int write(ByteBuffer source) throws IOException {
                if (happened) {
                    return socket.write(source);
                }
                happened = true;
                wire.add(new byte[] {source.get(), source.get()});
                throw new OutOfMemoryError("as if");
            }
        };
    }

    @Test
    void aFrameTooLargeIsNotSent() {
        Outgoing outgoing = Outgoing.atOnce(socket);
        assertThrows(ProtocolException.class, () -> outgoing.say(new byte[Protocol.MAX_FRAME + 1], false));
        assertEquals(0, wire.size());
    }

    private static Frames reading(byte[] wire) {
        return new Frames(
                Channels.newChannel(new ByteArrayInputStream(wire)), Channels.newChannel(new ByteArrayOutputStream()));
    }

    /** A socket as far as it matters here: it is open. */
    private abstract static class Wire implements WritableByteChannel {
        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
