package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked for by https does not come by http, unless a checksum says that it is right all the same. */
final class RedirectsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Path directory;
    private HttpsServer server;
    private Redirects redirects;

    @BeforeEach
    void startServer(@TempDir Path empty) throws Exception {
        directory = empty;
        SSLContext ssl = ssl(empty.resolve("key.p12"));
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ssl));
        server.createContext("/", this::answer);
        server.start();
        redirects = new Redirects(HttpClient.newBuilder().sslContext(ssl).build(), "Basic eDp5");
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void oneThatLeadsToHttpIsFoundAlsoInTheEnd() throws IOException {
        assertEquals(Optional.of(URI.create("http://cdn/x")), redirects.insecure(url("/to-http")));
        assertEquals(Optional.of(URI.create("http://cdn/x")), redirects.insecure(url("/twice/to-http")));
        assertEquals(Optional.of(URI.create("http://cdn/x")), redirects.insecure(url("/no-head/to-http")));
    }

    @Test
    void oneThatStaysIsNoneAndNeitherIsAnEndlessOneOrAnError() throws IOException {
        for (String path : List.of("/file", "/twice/file", "/round", "/missing", "/no-head/file")) {
            assertEquals(Optional.empty(), redirects.insecure(url(path)), path);
        }
    }

    /** A proxy, or a server that lets in by a header, may lead somebody else where it does not lead us. */
    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 503})
    void oneThatDoesNotAnswerUsIsNotNone(int status) {
        IOException failure = assertThrows(IOException.class, () -> redirects.insecure(url("/answers/" + status)));
        assertEquals("the answer was " + status, failure.getMessage());
    }

    /** Java's client knows no host with an underscore, as buckets have it; transports do, and go there. */
    @Test
    void oneThatLeadsToAHostThatCannotBeAskedIsNoFaultAndKeepsItsSecrets() {
        IOException failure = assertThrows(IOException.class, () -> redirects.insecure(url("/to-bucket")));
        assertEquals("it leads to https://my_bucket.host/x?…, which cannot be asked", failure.getMessage());
    }

    @Test
    void onlyTheFirstHostIsToldThePassword() throws IOException {
        redirects.insecure(url("/twice/file"));
        assertEquals(List.of("HEAD /twice/file Basic eDp5", "HEAD /file null"), asked);
    }

    @Test
    void withoutAChecksumItIsRefusedAndWithOneItIsNot() throws IOException {
        RecordingLog log = new RecordingLog();
        Downloads leads = leadsTo(Optional.of(URI.create("http://cdn/x?sig=S3cr3t")), null);
        String message =
                assertThrows(IOException.class, () -> require(leads, null, log)).getMessage();
        assertTrue(message.contains("leads to http://cdn/x?…") && message.contains("<sha256>"), message);

        String sha256 = io.github.isolation.fixture.FileDigest.sha256(
                Files.writeString(directory.resolve("expected"), "content"));
        assertEquals("content", Files.readString(require(leads, new Checksum("sha256", sha256), log)));
        assertEquals("content", Files.readString(require(leadsTo(Optional.empty(), null), null, log)));
        assertEquals(List.of(), log.lines());
    }

    @Test
    void whereItCannotBeSeenOneLineSaysSo() throws IOException {
        RecordingLog log = new RecordingLog();
        require(leadsTo(Optional.empty(), new IOException("no route")), null, log);
        assertEquals(
                1,
                log.lines().stream()
                        .filter(line -> line.contains("'x': it cannot be seen whether it leads to http: (no route)"))
                        .count(),
                log.lines()::toString);
    }

    private Path require(Downloads downloads, @Nullable Checksum checksum, RecordingLog log) throws IOException {
        FetchContext plain = Builds.build(directory, Builds.NO_ARTIFACTS, false, log);
        FetchContext around = new FetchContext(
                plain.baseDirectory(),
                plain.testClassPath(),
                plain.dependencies(),
                plain.forks(),
                plain.artifacts(),
                downloads,
                plain.pause(),
                false,
                log);
        FixtureSpec spec =
                new FixtureSpec("x", new UrlSource(URI.create("https://host/x")), checksum, false, 0, SeedMode.COPY);
        return new FixtureCache(new CacheLayout(directory.resolve("cache")), around)
                .require(spec)
                .content();
    }

    private static Downloads leadsTo(Optional<URI> place, @Nullable IOException failure) {
        return new Downloads() {
            @Override
            public void get(URI url, Path target, boolean resume, Progress progress) throws IOException {
                Files.writeString(target, "content");
            }

            @Override
            public Optional<URI> insecureRedirect(URI url) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                return place;
            }
        };
    }

    private URI url(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            if (path.startsWith("/no-head") && exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
            } else if (path.endsWith("missing")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.startsWith("/answers/")) {
                exchange.sendResponseHeaders(Integer.parseInt(path.substring("/answers/".length())), -1);
            } else if (path.equals("/round")) {
                redirect(exchange, "/round");
            } else if (path.startsWith("/twice")) {
                redirect(exchange, path.substring("/twice".length()));
            } else if (path.endsWith("/to-http")) {
                redirect(exchange, "http://cdn/x");
            } else if (path.equals("/to-bucket")) {
                redirect(exchange, "https://my_bucket.host/x?sig=S3cr3t");
            } else {
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }

    private static SSLContext ssl(Path keys) throws Exception {
        String[] command = {
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            "secret",
            "-keystore",
            keys.toString(),
        };
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, "secret".toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext ssl = SSLContext.getInstance("TLS");
        ssl.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return ssl;
    }
}
