package io.github.isolation.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A socket that survives interrupts. A blocking {@link SocketChannel} is closed when a thread that uses it is interrupted,
 * and tests interrupt their threads, and leave them interrupted, as they like: the worker would lose its supervisor. A
 * channel that does not block is not closed; waiting is done here instead.
 */
final class SteadySocket implements ByteChannel {
    /** How long to wait for a supervisor that is slower than the tests are chatty, before trying again. */
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final SocketChannel socket;
    private final Selector readable;
    private volatile boolean mayStop;

    SteadySocket(SocketChannel socket) throws IOException {
        this.socket = socket;
        socket.configureBlocking(false);
        this.readable = Selector.open();
        socket.register(readable, SelectionKey.OP_READ);
    }

    /** From here on, an interrupt of who reads means that nobody listens any more. Before, it is the whim of a test. */
    void mayStopListening() {
        mayStop = true;
    }

    /**
     * Waits for bytes.
     *
     * @throws InterruptedIOException when the thread is interrupted by Surefire's booter, to stop listening. The socket stays
     *     open.
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        int read = socket.read(target);
        while (read == 0) {
            readable.select();
            readable.selectedKeys().clear();
            if (Thread.interrupted() && mayStop) {
                throw new InterruptedIOException("told to stop listening");
            }
            read = socket.read(target);
        }
        return read;
    }

    /** Writes all there is, interrupted or not. */
    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        while (source.hasRemaining()) {
            if (socket.write(source) == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return length;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        readable.close();
        socket.close();
    }
}
