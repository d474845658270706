package io.github.isolation.maven.cache;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Fetches from a server that redirects, has no such file or breaks off, each according to the path. */
public final class FetchesFixtures {
    private final Path directory;

    /** Into the cache in this directory. */
    public FetchesFixtures(Path directory) {
        this.directory = directory;
    }

    /**
     * Everything that was said, to the log and in an error with its stack traces; and the command lines of this process, and of
     * those it had started, while the server was asked: everybody on the machine may read these.
     */
    public String fetch(IntFunction<FixtureSpec> spec) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Queue<String> commandLines = new ConcurrentLinkedQueue<>();
        server.createContext("/", exchange -> {
            Stream.concat(
                            Stream.of(ProcessHandle.current()),
                            ProcessHandle.current().descendants())
                    .forEach(process ->
                            commandLines.add(process.info().commandLine().orElse("")));
            answer(exchange);
        });
        server.start();
        RecordingLog log = new RecordingLog();
        StringWriter error = new StringWriter();
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        try {
            FixtureSpec wanted = spec.apply(server.getAddress().getPort());
            CachedFixture fixture =
                    new FixtureCache(layout, Builds.build(directory, Builds.NO_ARTIFACTS, false, log)).require(wanted);
            error.write(fixture.manifest() + " " + wanted.source().describe());
            error.write(String.valueOf(CacheEntry.all(layout).get(0).source()));
        } catch (IOException e) {
            e.printStackTrace(new PrintWriter(error, true));
        } finally {
            server.stop(0);
        }
        return log.lines() + "\n" + error + "\n" + commandLines;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        try (exchange) {
            if (path.startsWith("/redirected")) {
                redirect(exchange, "/ok?Signature=" + query);
            } else if (path.startsWith("/leads-nowhere")) {
                redirect(exchange, "http://127.0.0.1:1/x?Signature=" + query);
            } else if (path.startsWith("/missing")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.startsWith("/broken")) {
                exchange.sendResponseHeaders(200, 100);
            } else {
                byte[] content = "content".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }
}
