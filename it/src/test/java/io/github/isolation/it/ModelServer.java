package io.github.isolation.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A real HTTP server on loopback with one large file, which counts how often it is asked for it.
 *
 * <p>If told so, it holds back most of the file until two forks have said at {@code /started} that they are there: then one
 * certainly reads while the other downloads.
 */
public final class ModelServer implements AutoCloseable {
    private static final int CHUNK = 1 << 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final byte[] chunk = new byte[CHUNK];
    private final int chunks;
    private final AtomicInteger downloads = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final CountDownLatch started;

    /**
     * Starts it; 0 forks to wait for means that everything is sent at once.
     *
     * @param megabytes how large the file is, in MiB
     */
    public ModelServer(int megabytes, int forks) throws IOException {
        chunks = megabytes;
        new Random(1).nextBytes(chunk);
        started = new CountDownLatch(forks);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/model.bin", this::send);
        server.createContext("/started", exchange -> {
            started.countDown();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.setExecutor(executor);
        server.start();
    }

    private void send(HttpExchange exchange) throws IOException {
        downloads.incrementAndGet();
        try (exchange) {
            boolean slowly = started.getCount() > 0;
            exchange.sendResponseHeaders(200, (long) CHUNK * chunks);
            OutputStream out = exchange.getResponseBody();
            for (int i = 0; i < chunks; i++) {
                out.write(chunk);
                if (slowly) {
                    out.flush();
                    LockSupport.parkNanos(PAUSE);
                    awaitForks();
                }
            }
        }
    }

    private void awaitForks() throws IOException {
        try {
            if (!started.await(1, TimeUnit.MINUTES)) {
                throw new IOException("there are not as many forks as there should be");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** How often somebody wanted the file. */
    public int downloads() {
        return downloads.get();
    }

    /** Where everything is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Of the whole file. */
    public String sha256() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < chunks; i++) {
            digest.update(chunk);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
