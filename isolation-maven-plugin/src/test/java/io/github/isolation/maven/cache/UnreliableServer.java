package io.github.isolation.maven.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real server on loopback that does what servers do on bad days: each request is answered as the next script says, and
 * by the whole file after the last one. It understands {@code Range}.
 */
final class UnreliableServer implements AutoCloseable {
    /** Writes an answer, status line and headers included. */
    @FunctionalInterface
    interface Script {
        void answer(OutputStream out, Request request) throws IOException;
    }

    /**
     * What was asked for.
     *
     * @param from the first byte; 0 where no range was asked for
     */
    record Request(String path, int from) {}

    private final byte[] content;
    private final Queue<Script> scripts = new ArrayDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    UnreliableServer(byte[] content) throws IOException {
        this.content = content;
        executor.execute(this::accept);
    }

    /** Answers the next request like that. */
    UnreliableServer then(Script script) {
        scripts.add(script);
        return this;
    }

    /** What was asked for so far. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** All of it, or the rest of it. */
    void whole(OutputStream out, Request request) throws IOException {
        head(out, request, content.length - request.from());
        out.write(content, request.from(), content.length - request.from());
    }

    /** Says how much will come, sends the first bytes and hangs up. */
    Script hangUpAfter(int bytes) {
        return (out, request) -> {
            head(out, request, content.length - request.from());
            out.write(content, request.from(), bytes);
        };
    }

    /** Says nothing but a status. */
    static Script status(String line, String... headers) {
        return (out, request) -> text(
                out,
                "HTTP/1.1 " + line + "\r\n" + String.join("", headers)
                        + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** Headers for that many bytes. */
    static void head(OutputStream out, Request request, int length) throws IOException {
        text(
                out,
                request.from() == 0
                        ? "HTTP/1.1 200 OK\r\n"
                        : "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + request.from() + "-"
                                + (request.from() + length - 1) + "/" + (request.from() + length) + "\r\n");
        text(out, "Content-Length: " + length + "\r\nConnection: close\r\n\r\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // The client has gone, or this server has been closed.
            }
        }
    }

    private void answer(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        String first = in.readLine();
        int from = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("range: bytes=")) {
                from = Integer.parseInt(header.substring(13, header.indexOf('-')));
            }
        }
        if (first == null) {
            return;
        }
        Request request = new Request(first.split(" ", 3)[1], from);
        requests.add(request);
        Script script = scripts.poll();
        OutputStream out = client.getOutputStream();
        (script == null ? (Script) this::whole : script).answer(out, request);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        executor.shutdownNow();
    }
}
