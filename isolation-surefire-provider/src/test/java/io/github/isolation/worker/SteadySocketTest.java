package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Frames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What tests do to their threads must not cost the worker its channel. */
class SteadySocketTest {
    private static final int FRAMES = 20_000;

    @Test
    void framesArriveWhileTheSenderIsInterruptedAllTheTime() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SteadySocket socket = new SteadySocket(SocketChannel.open(server.getLocalAddress()));
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> count(server));

            Thread sender = Thread.currentThread();
            AtomicBoolean done = new AtomicBoolean();
            Thread pest = new Thread(() -> {
                while (!done.get()) {
                    sender.interrupt();
                }
            });
            pest.start();
            Frames frames = new Frames(socket, socket);
            for (int i = 0; i < FRAMES; i++) {
                frames.write(ByteBuffer.allocate(4).putInt(i).array());
            }
            done.set(true);
            while (pest.isAlive()) {
                Thread.onSpinWait();
            }
            assertTrue(Thread.interrupted(), "the interrupt was real, and is still there for the test to see");
            socket.close();
            assertEquals(FRAMES, received.get());
        }
    }

    @Test
    void whoListensGoesOnWhenATestInterruptsIt() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            SteadySocket socket = new SteadySocket(SocketChannel.open(server.getLocalAddress()));
            Thread listener = Thread.currentThread();
            listener.interrupt();
            CompletableFuture<Void> peer = CompletableFuture.runAsync(() -> sayOnceItHasNoticed(listener, server));
            assertEquals(1, socket.read(ByteBuffer.allocate(1)));
            socket.mayStopListening();
            listener.interrupt();
            assertThrows(InterruptedIOException.class, () -> socket.read(ByteBuffer.allocate(1)));
            assertTrue(socket.isOpen());
            socket.close();
            peer.get();
        }
    }

    private static void sayOnceItHasNoticed(Thread listener, ServerSocketChannel server) {
        try (SocketChannel peer = server.accept()) {
            while (listener.isInterrupted()) {
                Thread.onSpinWait();
            }
            peer.write(ByteBuffer.allocate(1));
            // Open until the listener has been told to stop, which must not look like the end of the channel.
            peer.read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int count(ServerSocketChannel server) {
        try (SocketChannel peer = server.accept()) {
            Frames frames = new Frames(peer, peer);
            int count = 0;
            byte[] frame = frames.read();
            for (; frame != null; frame = frames.read()) {
                assertArrayEquals(ByteBuffer.allocate(4).putInt(count).array(), frame);
                count++;
            }
            assertNull(frame);
            return count;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
