package io.github.isolation.fork;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * Some neighbouring ports that belong to one living fork, among all builds and users of this machine.
 *
 * <p>The lock is a port itself: the first of the block, bound for UDP on the loopback address. It excludes others exactly as
 * far as ports do, also containers that share the network but no file, and the operating system frees it with its process.
 * All blocks lie below the ports that systems hand out by themselves, so no client's connection can take one.
 */
public final class PortBlock implements AutoCloseable {
    /** How many ports a block has, its lock included. */
    public static final int SIZE = 50;

    private static final int FIRST = 20_000;
    /** Linux hands out ports from 32768 on by itself, others from 49152. */
    private static final int END = 32_768;

    private final int first;
    private final DatagramSocket lock;

    private PortBlock(int first, DatagramSocket lock) {
        this.first = first;
        this.lock = lock;
    }

    /**
     * The lowest block that is free, until this is closed or the process ends.
     *
     * @throws IOException when none is
     */
    public static PortBlock acquire() throws IOException {
        IOException refusal = null;
        for (int first = FIRST; first + SIZE <= END; first += SIZE) {
            try {
                return new PortBlock(
                        first, new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), first)));
            } catch (SocketException e) {
                refusal = e;
            }
        }
        throw new IOException(
                "no block of " + SIZE + " ports between " + FIRST + " and " + END + " is free: the last one said "
                        + refusal,
                refusal);
    }

    /** The port that is the lock; the others follow it. */
    public int first() {
        return first;
    }

    @Override
    public void close() {
        lock.close();
    }
}
