package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.junit.jupiter.api.Test;

/** Frames arrive whole however the bytes are cut, and a channel that ends too early is never taken for a quiet one. */
class FramesTest {
    private static final byte[] FIRST = {1, 2, 3};
    private static final byte[] SECOND = {4};

    @Test
    void framesArriveWholeWhereverTheBytesAreSplit() throws IOException {
        byte[] wire = written(FIRST, SECOND);
        for (int split = 0; split <= wire.length; split++) {
            Frames frames = reading(wire, split);
            assertArrayEquals(FIRST, frames.read());
            assertArrayEquals(SECOND, frames.read());
            assertNull(frames.read());
        }
    }

    @Test
    void anEndInsideAFrameIsAnError() throws IOException {
        byte[] wire = written(FIRST);
        for (int length = 1; length < wire.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(wire, length);
            assertThrows(EOFException.class, () -> reading(cut, 0).read(), "cut to " + length);
        }
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeAnythingIsAllocated() {
        byte[] huge = ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array();
        byte[] negative = ByteBuffer.allocate(4).putInt(-1).array();
        assertThrows(ProtocolException.class, () -> reading(huge, 0).read());
        assertThrows(ProtocolException.class, () -> reading(negative, 0).read());
    }

    @Test
    void aFrameTooLargeIsNotSent() {
        Frames frames = new Frames(Channels.newChannel(System.in), Channels.newChannel(new ByteArrayOutputStream()));
        ProtocolException refused =
                assertThrows(ProtocolException.class, () -> frames.write(new byte[Protocol.MAX_FRAME + 1]));
        assertTrue(refused.getMessage().contains("" + Protocol.MAX_FRAME), refused.getMessage());
    }

    @Test
    void framesOfEverySizeArriveAndAreCounted() throws IOException {
        for (int size : new int[] {1, (64 << 10) - 9, (64 << 10) - 8, (64 << 10) - 7, 64 << 10, 200_000}) {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            Frames frames = new Frames(Channels.newChannel(System.in), Channels.newChannel(wire));
            frames.write(SECOND);
            frames.write(new byte[size]);
            Frames reader = reading(wire.toByteArray(), wire.size());
            assertArrayEquals(SECOND, reader.read());
            assertArrayEquals(new byte[size], reader.read());
            assertEquals(wire.size(), reader.consumed());
            assertNull(reader.read());
        }
    }

    @Test
    void aFrameIsThereOnlyWhenAllOfItIs() throws IOException {
        byte[] wire = written(SECOND, FIRST, SECOND);
        int inTheSecond = 7;
        Frames frames = reading(wire, inTheSecond);
        frames.read();
        assertFalse(frames.hasFrame());
        Frames all = reading(wire, wire.length);
        all.read();
        assertTrue(all.hasFrame());
    }

    private static byte[] written(byte[]... frames) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        Frames writer = new Frames(Channels.newChannel(System.in), Channels.newChannel(wire));
        for (byte[] frame : frames) {
            writer.write(frame);
        }
        return wire.toByteArray();
    }

    /** A reader that gets the bytes up to the split in one piece and the rest one by one. */
    private static Frames reading(byte[] wire, int split) {
        ByteBuffer bytes = ByteBuffer.wrap(wire);
        ReadableByteChannel trickle = new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) {
                if (!bytes.hasRemaining()) {
                    return -1;
                }
                int wanted = bytes.position() == 0 && split > 0 ? split : 1;
                int length = Math.min(wanted, target.remaining());
                target.put(bytes.slice().limit(length));
                bytes.position(bytes.position() + length);
                return length;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        return new Frames(trickle, Channels.newChannel(new ByteArrayOutputStream()));
    }
}
