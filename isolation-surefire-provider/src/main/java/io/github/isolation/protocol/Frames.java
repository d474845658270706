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

    private final ByteBuffer input = ByteBuffer.allocate(BUFFER).flip();
    private final ByteBuffer output = ByteBuffer.allocate(BUFFER);
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
        output.putInt(frame.length);
        if (frame.length <= output.remaining()) {
            output.put(frame);
            flush();
        } else {
            flush();
            drain(ByteBuffer.wrap(frame));
        }
    }

    private void flush() throws IOException {
        output.flip();
        try {
            drain(output);
        } finally {
            output.clear();
        }
    }

    private void drain(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** The next frame, or null when the other side has closed the channel between two frames. */
    public byte @Nullable [] read() throws IOException {
        if (!fill(Integer.BYTES)) {
            return null;
        }
        int length = input.getInt();
        if (length < 1 || length > Protocol.MAX_FRAME) {
            throw new ProtocolException(
                    "a frame of " + length + " bytes; between 1 and " + Protocol.MAX_FRAME + " are allowed");
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
