package io.github.isolation.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Length-prefixed frames over a pair of channels. Reading and writing are independent of each other; each of them is
 * for one thread at a time (writing locks, reading is one thread's by design).
 *
 * <p>Channels and not streams: the streams of {@code java.nio.channels.Channels} over one blocking socket share a lock in
 * Java 17, so a reader that waits would stop every writer.
 */
public final class Frames {
    private final ReadableByteChannel source;
    private final WritableByteChannel target;
    private static final int BUFFER = 64 << 10;

    /** What is spent on somebody who has not shown yet who it is, in bytes. */
    private static final int FIRST_BUFFER = 1 << 10;

    private ByteBuffer input = ByteBuffer.allocate(FIRST_BUFFER).flip();
    private @Nullable ByteBuffer output;
    private long consumed;

    /** Frames over these channels, which the caller closes. */
    public Frames(ReadableByteChannel source, WritableByteChannel target) {
        this.source = source;
        this.target = target;
    }

    /** Writes one frame and hands it to the operating system. */
    public synchronized void write(byte[] frame) throws IOException {
        if (frame.length > Protocol.MAX_FRAME) {
            throw new ProtocolException("a frame of " + frame.length + " bytes; the limit is " + Protocol.MAX_FRAME);
        }
        ByteBuffer buffer = output == null ? ByteBuffer.allocate(BUFFER) : output;
        output = buffer;
        buffer.putInt(frame.length);
        if (frame.length <= buffer.remaining()) {
            buffer.put(frame);
            flush(buffer);
        } else {
            flush(buffer);
            drain(ByteBuffer.wrap(frame));
        }
    }

    private void flush(ByteBuffer buffer) throws IOException {
        buffer.flip();
        try {
            drain(buffer);
        } finally {
            buffer.clear();
        }
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** The first frame of somebody who may be anybody: a small one, and no more memory is taken for it. */
    public byte @Nullable [] readFirst() throws IOException {
        return read(FIRST_BUFFER - Integer.BYTES);
    }

    /** The next frame, or null when the other side has closed the channel between two frames. */
    public byte @Nullable [] read() throws IOException {
        if (input.capacity() < BUFFER) {
            input = ByteBuffer.allocate(BUFFER).put(input).flip();
        }
        return read(Protocol.MAX_FRAME);
    }

    private byte @Nullable [] read(int most) throws IOException {
        if (!fill(Integer.BYTES)) {
            return null;
        }
        int length = input.getInt();
        if (length < 1 || length > most) {
            throw new ProtocolException("a frame of " + length + " bytes; between 1 and " + most + " are allowed");
        }
        byte[] frame = new byte[length];
        int done = Math.min(length, input.remaining());
        input.get(frame, 0, done);
        ByteBuffer rest = ByteBuffer.wrap(frame, done, length - done);
        while (rest.hasRemaining()) {
            if (source.read(rest) < 0) {
                throw new EOFException("the channel ended inside a frame");
            }
        }
        consumed += Integer.BYTES + length;
        return frame;
    }

    /** How many bytes the frames had that were read so far, with their lengths. */
    public long consumed() {
        return consumed;
    }

    /** Whether a whole frame is here already, so that reading it does not wait. */
    public boolean hasFrame() {
        return input.remaining() >= Integer.BYTES
                && input.remaining() - Integer.BYTES >= input.getInt(input.position());
    }

    private boolean fill(int wanted) throws IOException {
        while (input.remaining() < wanted) {
            input.compact();
            int read = source.read(input);
            input.flip();
            if (read < 0) {
                if (input.hasRemaining()) {
                    throw new EOFException("the channel ended inside a frame's length");
                }
                return false;
            }
        }
        return true;
    }
}
