package io.github.isolation.protocol;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a worker has said and may not have sent yet, in a file that is mapped into its memory. What was stored there the
 * operating system keeps when the worker dies, however it dies, and the supervisor reads it. Positions count the bytes of the
 * conversation from its beginning, lengths of frames included, on the socket as in here: so nothing is heard twice.
 *
 * <p>Layout, in the machine's own byte order, since both sides are on it: the position of the first byte that is kept, the
 * position after the last one, and the bytes. For one writing thread at a time; readers may be in another process.
 */
public final class Journal {
    private static final int START = 0;
    private static final int END = Long.BYTES;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int CAPACITY = 64 << 10;

    private final ByteBuffer memory;

    private Journal(ByteBuffer memory) {
        this.memory = memory.order(ByteOrder.nativeOrder());
    }

    /** A new one, empty, in a file that must not exist yet. */
    public static Journal create(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            // Written, not just made that long: a full disk is an exception here, and would be a signal later.
            ByteBuffer zeros = ByteBuffer.allocate(HEADER + CAPACITY);
            while (zeros.hasRemaining()) {
                channel.write(zeros);
            }
            return map(channel);
        }
    }

    /** The one that the supervisor made. */
    public static Journal open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return map(channel);
        }
    }

    private static Journal map(FileChannel channel) throws IOException {
        return new Journal(channel.map(FileChannel.MapMode.READ_WRITE, 0, HEADER + CAPACITY));
    }

    /** One that nobody else can see, for a worker that must not rely on it. */
    public static Journal ofThisProcess() {
        return new Journal(ByteBuffer.allocate(HEADER + CAPACITY));
    }

    /** Keeps a frame, with its length in front; false if there is no room for it. */
    public boolean add(byte[] frame) {
        long end = end();
        int kept = (int) (end - start());
        if (frame.length > CAPACITY - kept - Integer.BYTES) {
            return false;
        }
        bytes(kept, Integer.BYTES + frame.length).putInt(frame.length).put(frame);
        end(end + Integer.BYTES + frame.length);
        return true;
    }

    /** What was not sent yet. */
    public ByteBuffer unsent() {
        return bytes(0, (int) (end() - start()));
    }

    /** All of it was sent, and then so many bytes that were never in here. */
    public void sent(long more) {
        // A reader that comes between the two finds nothing, as there is nothing.
        end(end() + more);
        VarHandle.releaseFence();
        memory.putLong(START, end());
    }

    /** The position of the first byte that is kept: all before it is in the socket. */
    public long start() {
        long start = memory.getLong(START);
        VarHandle.acquireFence();
        return start;
    }

    /** The position after all that was said. */
    public long end() {
        long end = memory.getLong(END);
        VarHandle.acquireFence();
        return end;
    }

    /** What was said from this position on, by a writer that is gone; nothing if this does not go back so far. */
    public ByteBuffer since(long position) {
        long start = start();
        long kept = end() - start;
        boolean known = kept >= 0 && kept <= CAPACITY && position >= start && position <= start + kept;
        return known ? bytes((int) (position - start), (int) (start + kept - position)) : ByteBuffer.allocate(0);
    }

    private void end(long position) {
        // Bytes first: what a reader is told of must be there.
        VarHandle.releaseFence();
        memory.putLong(END, position);
    }

    private ByteBuffer bytes(int from, int length) {
        return memory.slice(HEADER + from, length);
    }
}
