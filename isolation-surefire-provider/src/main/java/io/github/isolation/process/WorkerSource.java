package io.github.isolation.process;

import io.github.isolation.protocol.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** What a worker says: what comes over its socket and, when that has ended, what had not been sent yet. */
final class WorkerSource implements ReadableByteChannel {
    /** Between two looks whether a dead worker's socket is empty; mostly it is at the first, and no reader notifies for this. */
    private static final long PAUSE_MILLIS = 5;

    private final SocketChannel socket;
    private volatile @Nullable Journal journal;
    private volatile @Nullable ByteBuffer unsent;
    private volatile long received;

    WorkerSource(SocketChannel socket) {
        this.socket = socket;
    }

    /** It is known now whose socket this is. */
    void continueWith(Journal ofThisWorker) {
        journal = ofThisWorker;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads
    public int read(ByteBuffer target) throws IOException {
        ByteBuffer rest = unsent;
        if (rest == null) {
            int read = readSocket(target);
            if (read >= 0) {
                received += read;
                return read;
            }
            Journal kept = journal;
            rest = kept == null ? ByteBuffer.allocate(0) : kept.since(received);
            unsent = rest;
        }
        if (!rest.hasRemaining()) {
            return -1;
        }
        int length = Math.min(rest.remaining(), target.remaining());
        target.put(rest.slice().limit(length));
        rest.position(rest.position() + length);
        return length;
    }

    /** A process that is killed may reset its connection. */
    private int readSocket(ByteBuffer target) throws IOException {
        try {
            return socket.read(target);
        } catch (IOException e) {
            if (journal == null) {
                throw e;
            }
            return -1;
        }
    }

    /**
     * The process is gone. A descendant may hold the socket open, for ever, so it ends here once it is empty; the reader may
     * be kept waiting before that, by Maven.
     */
    void endWithProcess() {
        Journal kept = journal;
        if (kept == null || kept.end() == 0) {
            return; // there is no telling whether it is empty: what waits in it must not be thrown away
        }
        try {
            while (unsent == null && socket.isOpen() && received < kept.start()) {
                Thread.sleep(PAUSE_MILLIS);
            }
            if (socket.isOpen()) {
                socket.shutdownInput();
            }
        } catch (IOException e) {
            // It has ended by itself.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
