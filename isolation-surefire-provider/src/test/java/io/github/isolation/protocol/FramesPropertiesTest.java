package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Over channels that take and give as many bytes at a time as they like, frames are what they were. */
class FramesPropertiesTest {
    /** A greeting may be so long. */
    private static final int FIRST = 1020;

    @Property(tries = 300)
    void framesAreWhatTheyWereHoweverTheBytesCome(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 100_000) Integer> lengths, @ForAll Random random)
            throws IOException {
        Lazy wire = new Lazy(random);
        Frames writer = new Frames(wire, wire);
        for (int length : lengths) {
            writer.write(frame(length));
        }
        Frames reader = new Frames(wire, wire);
        long consumed = 0;
        for (int length : lengths) {
            boolean isHere = reader.hasFrame();
            long before = wire.readings;
            assertArrayEquals(frame(length), reader.read());
            assertEquals(true, !isHere || wire.readings == before, "a frame that is here needs no reading");
            consumed += Integer.BYTES + length;
            assertEquals(consumed, reader.consumed());
        }
        assertNull(reader.read());
        assertNull(reader.read());
        assertEquals(consumed, reader.consumed());
    }

    @Property(tries = 300)
    void anEndAnywhereButBetweenTwoFramesIsAnError(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 300) Integer> lengths,
            @ForAll @IntRange(max = 2000) int place,
            @ForAll Random random)
            throws IOException {
        Lazy wire = new Lazy(random);
        Frames writer = new Frames(wire, wire);
        int end = 0;
        boolean isBetween = true;
        int whole = 0;
        for (int length : lengths) {
            writer.write(frame(length));
            whole += place >= end + Integer.BYTES + length ? 1 : 0;
            isBetween &= place <= end || place >= end + Integer.BYTES + length;
            end += Integer.BYTES + length;
        }
        wire.cut(place);
        Frames reader = new Frames(wire, wire);
        for (int i = 0; i < whole; i++) {
            assertArrayEquals(frame(lengths.get(i)), reader.read());
        }
        if (isBetween) {
            assertNull(reader.read());
        } else {
            assertThrows(EOFException.class, reader::read);
        }
    }

    @Example
    void nobodyKnownYetGetsALargeBuffer() throws IOException {
        assertArrayEquals(frame(FIRST), wireWith(frame(FIRST)).readFirst());
        Frames tooLong = wireWith(frame(FIRST + 1));
        assertEquals(
                "a frame of 1021 bytes; between 1 and 1020 are allowed",
                assertThrows(ProtocolException.class, tooLong::readFirst).getMessage());
    }

    @Example
    void whatCameWithTheGreetingIsReadAfterIt() throws IOException {
        for (int length : new int[] {1, 10, FIRST, 5000, 100_000}) {
            Frames frames = wireWith(frame(10), frame(length), frame(3));
            assertArrayEquals(frame(10), frames.readFirst());
            assertArrayEquals(frame(length), frames.read());
            assertArrayEquals(frame(3), frames.read());
            assertNull(frames.read());
        }
    }

    @Example
    void aLengthOfNothingIsRefused() {
        for (int length : new int[] {0, -1, Integer.MIN_VALUE, Protocol.MAX_FRAME + 1}) {
            Lazy wire = new Lazy(new Random(1));
            wire.bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
            assertEquals(
                    "a frame of " + length + " bytes; between 1 and " + Protocol.MAX_FRAME + " are allowed",
                    assertThrows(ProtocolException.class, () -> new Frames(wire, wire).read())
                            .getMessage());
        }
    }

    @Example
    void theLargestFrameArrives() throws IOException {
        assertEquals(Protocol.MAX_FRAME, wireWith(new byte[Protocol.MAX_FRAME]).read().length);
    }

    /** Tests print from many threads. */
    @Example
    void framesOfSeveralThreadsAreNotMixed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Frames writer = new Frames(Channels.newChannel(System.in), Channels.newChannel(bytes));
        List<Integer> lengths = List.of(7, 300, 70_000, 5);
        List<FutureTask<Void>> tasks = lengths.stream()
                .map(length -> new FutureTask<Void>(() -> {
                    for (int i = 0; i < 40; i++) {
                        writer.write(frame(length));
                    }
                    return null;
                }))
                .toList();
        tasks.forEach(task -> new Thread(task).start());
        for (FutureTask<Void> task : tasks) {
            task.get();
        }
        Lazy wire = new Lazy(new Random(1));
        wire.bytes.writeBytes(bytes.toByteArray());
        Frames reader = new Frames(wire, wire);
        for (int i = 0; i < 40 * lengths.size(); i++) {
            byte[] read = reader.read();
            assertArrayEquals(frame(read.length), read);
        }
        assertNull(reader.read());
    }

    /** What a write that failed has left behind must not go out before the next one. */
    @Example
    void aWriteThatFailsLeavesNothingForTheNextOne() throws IOException {
        Lazy wire = new Lazy(new Random(1));
        wire.refuses = true;
        Frames frames = new Frames(wire, wire);
        assertThrows(IOException.class, () -> frames.write(frame(20)));
        wire.refuses = false;
        wire.bytes.reset();
        frames.write(frame(9));
        assertArrayEquals(frame(9), frames.read());
    }

    private static Frames wireWith(byte[]... frames) throws IOException {
        Lazy wire = new Lazy(new Random(frames.length));
        Frames both = new Frames(wire, wire);
        for (byte[] frame : frames) {
            both.write(frame);
        }
        return both;
    }

    /** Every length has bytes of its own. */
    private static byte[] frame(int length) {
        byte[] frame = new byte[length];
        new Random(length).nextBytes(frame);
        return frame;
    }

    /** Takes some of what it is given, gives some of what it has. */
    private static final class Lazy implements ReadableByteChannel, WritableByteChannel {
        private final Random random;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private byte[] given = {};
        private int position;
        private long readings;
        private boolean refuses;

        Lazy(Random random) {
            this.random = random;
        }

        void cut(int length) {
            byte[] left = Arrays.copyOf(bytes.toByteArray(), Math.min(length, bytes.size()));
            bytes.reset();
            bytes.writeBytes(left);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            if (refuses && bytes.size() > 0) {
                throw new IOException("the other side is gone");
            }
            byte[] some = new byte[refuses ? 5 : some(source.remaining())];
            source.get(some);
            bytes.writeBytes(some);
            return some.length;
        }

        @Override
        public int read(ByteBuffer target) {
            readings++;
            given = given.length == bytes.size() ? given : bytes.toByteArray();
            if (position == given.length) {
                return -1;
            }
            int length = Math.min(some(given.length - position), target.remaining());
            target.put(given, position, length);
            position += length;
            return length;
        }

        private int some(int most) {
            return random.nextInt(3) == 0 ? Math.min(most, 1 + random.nextInt(9)) : most;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
