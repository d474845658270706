package io.github.isolation.maven.cache;

import static io.github.isolation.maven.cache.UnreliableServer.status;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the server does: what is published is right, or nothing is (L32). By the transport of Maven 3.9. */
final class MisbehavingServerTest {
    private final RecordingLog log = new RecordingLog();
    private final byte[] content = new byte[300_000];
    private Path directory;
    private UnreliableServer server;

    @BeforeEach
    void start(@TempDir Path empty) throws IOException {
        directory = empty;
        new Random(5).nextBytes(content);
        server = new UnreliableServer(content);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void dropInTheMiddleIsContinuedWhereItWasInterrupted() throws IOException {
        server.then(server.hangUpAfter(100_000));

        assertArrayEquals(content, Files.readAllBytes(declared().content()));
        assertEquals(List.of(0, 100_000), asked());
        assertTrue(log.lines().toString().contains("attempt 1 of 4 failed"), log.lines()::toString);
        assertTrue(log.lines().toString().contains("with the 100 kB that are there"), log.lines()::toString);
    }

    /** Nothing would say whether the two halves are of one file. */
    @Test
    void dropWithoutADeclaredChecksumStartsAgain() throws IOException {
        server.then(server.hangUpAfter(100_000));

        assertArrayEquals(content, Files.readAllBytes(undeclared().content()));
        assertEquals(List.of(0, 0), asked());
    }

    @Test
    void downloadOfAKilledBuildIsContinued() throws IOException {
        for (int i = 0; i < PatientDownload.ATTEMPTS; i++) {
            server.then(server.hangUpAfter(50_000));
        }
        assertThrows(IOException.class, this::declared);
        assertNothingIsPublished();

        assertArrayEquals(content, Files.readAllBytes(declared().content()));
        assertEquals(List.of(0, 50_000, 100_000, 150_000, 200_000), asked());
    }

    @Test
    void restThatIsOfAnotherFileIsFoundOutAndAllOfItDownloadedAgain() throws IOException {
        server.then(server.hangUpAfter(100_000)).then((out, request) -> {
            UnreliableServer.head(out, request, 200_000);
            out.write(new byte[200_000]);
        });

        assertArrayEquals(content, Files.readAllBytes(declared().content()));
        assertEquals(List.of(0, 100_000, 0), asked());
    }

    @Test
    void serverThatCannotContinueIsAskedForAllOfIt() throws IOException {
        server.then(server.hangUpAfter(100_000)).then(status("416 Range Not Satisfiable"));

        assertArrayEquals(content, Files.readAllBytes(declared().content()));
        assertEquals(List.of(0, 100_000, 0), asked());
    }

    @Test
    void longerLengthThanThereIsNeverPublished() throws IOException {
        for (int i = 0; i < PatientDownload.ATTEMPTS; i++) {
            server.then((out, request) -> {
                UnreliableServer.head(out, request, content.length + 1000);
                out.write(content);
            });
        }
        assertThrows(IOException.class, this::undeclared);
        assertNothingIsPublished();
    }

    @Test
    void shorterLengthThanThereIsFoundOutByTheChecksum() throws IOException {
        server.then((out, request) -> {
            UnreliableServer.head(out, request, content.length - 1000);
            out.write(content);
        });

        String message = assertThrows(IOException.class, this::declared).toString();
        assertTrue(message.contains("nothing was cached"), message);
        assertNothingIsPublished();
    }

    @Test
    void unavailableTwiceIsAskedAThirdTime() throws IOException {
        server.then(status("503 Service Unavailable")).then(status("503 Service Unavailable"));

        assertArrayEquals(content, Files.readAllBytes(undeclared().content()));
        assertEquals(3, server.requests().size());
    }

    @Test
    void notFoundIsAskedOnceAndNamesFixtureAndUrl() throws IOException {
        server.then(status("404 Not Found"));

        String message = assertThrows(IOException.class, this::undeclared).toString();
        assertTrue(message.contains("'model' (url " + server.url("/model") + ")") && message.contains("404"), message);
        assertEquals(1, server.requests().size());
        assertNothingIsPublished();
    }

    @Test
    void redirectIsFollowed() throws IOException {
        server.then(status("302 Found", "Location: " + server.url("/elsewhere") + "\r\n"));

        assertArrayEquals(content, Files.readAllBytes(undeclared().content()));
        assertEquals("/elsewhere", server.requests().get(1).path());
    }

    @Test
    void wrongBytesAreNeverPublished() throws IOException {
        server.then((out, request) -> {
            UnreliableServer.head(out, request, content.length);
            out.write(new byte[content.length]);
        });

        String message = assertThrows(IOException.class, this::declared).toString();
        assertTrue(message.contains("SHA-256") && message.contains("nothing was cached"), message);
        assertNothingIsPublished();
        assertTrue(declared().fetched());
    }

    @Test
    void slowDownloadSaysHowFarItIsAndHowFast() {
        long[] now = {0};
        DownloadProgress progress = new DownloadProgress("model", log, () -> now[0], 0);
        progress.started(1_000_000, 4_000_000);
        for (int second = 1; second <= 7; second++) {
            now[0] = second * 1_000_000_000L;
            progress.received(100_000);
        }

        assertEquals(List.of("INFO isolation: fixture 'model': 1.5 MB of 4.0 MB (37 %), 100 kB/s"), log.lines());
    }

    /** The transport of Maven up to 3.8, and servers that ignore Range: nobody is left to wonder where the bytes went. */
    @Test
    void downloadThatCannotBeContinuedSaysSo() {
        new DownloadProgress("model", log, () -> 0, 2_000_000).started(2_000_000, 4_000_000);
        assertEquals(List.of(), log.lines());
        new DownloadProgress("model", log, () -> 0, 2_000_000).started(0, 4_000_000);
        assertEquals(1, log.lines().size());
        assertTrue(
                log.lines().get(0).contains("downloaded from its start, although 2.0 MB were there"),
                log.lines()::toString);
    }

    @Test
    void slowServerIsWaitedFor() throws IOException {
        server.then((out, request) -> {
            UnreliableServer.head(out, request, content.length);
            for (int i = 0; i < content.length; i += 1000) {
                out.write(content, i, 1000);
                out.flush();
            }
        });

        assertArrayEquals(content, Files.readAllBytes(undeclared().content()));
    }

    private List<Integer> asked() {
        return server.requests().stream().map(UnreliableServer.Request::from).toList();
    }

    private CachedFixture declared() throws IOException {
        String sha256 = FileDigest.sha256(Files.write(directory.resolve("expected"), content));
        return require(new FixtureSpec(
                "model", new UrlSource(server.url("/model")), new Checksum("sha256", sha256), false, 0, SeedMode.COPY));
    }

    private CachedFixture undeclared() throws IOException {
        return require(new FixtureSpec("model", new UrlSource(server.url("/model")), null, false, 0, SeedMode.COPY));
    }

    private CachedFixture require(FixtureSpec spec) throws IOException {
        return new FixtureCache(
                        new CacheLayout(directory.resolve("cache")),
                        Builds.build(directory, Builds.NO_ARTIFACTS, false, log))
                .require(spec);
    }

    private void assertNothingIsPublished() throws IOException {
        Path entries = directory.resolve("cache/entries/model");
        assertTrue(Files.isDirectory(entries));
        try (Stream<Path> left = Files.list(entries)) {
            assertFalse(left.findAny().isPresent());
        }
    }
}
