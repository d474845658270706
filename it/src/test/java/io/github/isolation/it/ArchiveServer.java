package io.github.isolation.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A real HTTP server on loopback with a tar file of many small and some larger files, which it sends as slowly as a network
 * would. It understands {@code Range}.
 */
public final class ArchiveServer implements AutoCloseable {
    private static final int SMALL_FILES = 400;
    private static final int LARGE_FILES = 12;
    private static final int LARGE = 1 << 20;
    private static final int CHUNK = 1 << 17;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(4);

    private final Path files;
    private final byte[] archive;
    private final List<Integer> starts = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** Makes the files in this directory, and an archive of them, and starts. */
    public ArchiveServer(Path directory) throws IOException, InterruptedException {
        files = directory.resolve("files");
        Random random = new Random(2);
        for (int i = 0; i < SMALL_FILES + LARGE_FILES; i++) {
            byte[] bytes = new byte[i < LARGE_FILES ? LARGE : 1 + random.nextInt(4000)];
            random.nextBytes(bytes);
            Path file = files.resolve("d" + i % 20).resolve("f" + i);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
        Path tar = directory.resolve("archive.tar");
        Process process = new ProcessBuilder("tar", "-cf", tar.toString(), "-C", files.toString(), ".")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("tar failed");
        }
        archive = Files.readAllBytes(tar);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/archive.tar", this::send);
        server.setExecutor(executor);
        server.start();
    }

    private void send(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int start = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
        starts.add(start);
        try (exchange) {
            if (start > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + start + "-" + (archive.length - 1) + "/" + archive.length);
            }
            exchange.sendResponseHeaders(start > 0 ? 206 : 200, archive.length - start);
            OutputStream out = exchange.getResponseBody();
            for (int at = start; at < archive.length; at += CHUNK) {
                out.write(archive, at, Math.min(CHUNK, archive.length - at));
                out.flush();
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** The first byte of each request, in order: 0 where all was asked for. */
    public List<Integer> starts() {
        return List.copyOf(starts);
    }

    /** What is in the archive. */
    public Path files() {
        return files;
    }

    /** Where everything is. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Of the archive. */
    public String sha256() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
