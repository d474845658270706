package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A fixture is fetched once, verified, and published whole or not at all (L01, L02, L32). */
final class FixtureCacheTest extends CacheOnDisk {
    @Test
    void fixtureIsFetchedOnceAndThenFoundInTheCache() throws IOException {
        CachedFixture first = cache().require(fixture(null));
        CachedFixture second = cache().require(fixture(null));

        assertTrue(first.fetched());
        assertFalse(second.fetched());
        assertEquals(first.content(), second.content());
        assertEquals(CountingServer.CONTENT, Files.readString(first.content()));
        assertEquals(1, server.requests());
    }

    @Test
    void eightBuildsAtOnceFetchItOnce() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Callable<CachedFixture>> builds = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                builds.add(() -> cache().require(fixture(null)));
            }
            int fetched = 0;
            for (Future<CachedFixture> build : executor.invokeAll(builds)) {
                fetched += build.get().fetched() ? 1 : 0;
            }
            assertEquals(1, fetched);
            assertEquals(1, server.requests());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void rightChecksumIsAcceptedInAnyCase() throws IOException {
        assertTrue(cache().require(fixture(sha256())).fetched());
        assertFalse(cache().require(fixture(sha256().toUpperCase(Locale.ROOT))).fetched());
    }

    @Test
    void wrongChecksumIsAnErrorWithBothAndNothingIsPublished() throws IOException {
        String wrong = "0".repeat(64);

        String message = failure(cache(), fixture(wrong));
        assertTrue(
                message.contains("'words'")
                        && message.contains(server.url("/words").toString()),
                message);
        assertTrue(message.contains(wrong) && message.contains(sha256()), message);
        assertEquals(List.of(), left());
    }

    @Test
    void failedDownloadLeavesNothingAndTheNextBuildTriesAgain() throws IOException {
        server.failNext(PatientDownload.ATTEMPTS * 10);

        String message = failure(cache(), fixture(null));
        assertTrue(message.contains("503"), message);
        assertEquals(List.of(), left());
        server.failNext(0);
        assertTrue(cache().require(fixture(null)).fetched());
    }

    @Test
    void cacheThatCannotBeADirectoryIsNamedWithItsSetting() throws IOException {
        Path cache = Files.writeString(directory.resolve("cache"), "a file");

        String message = failure(cache(), fixture(null));
        assertTrue(
                message.contains("'words'") && message.contains("(isolation.cacheDirectory is " + cache + ")"),
                message);
        assertEquals(0, server.requests());
    }

    /** Offline, what is there is used and what is not is asked of nobody (L35). */
    @Test
    void offlineACachedFixtureIsUsedAndAnAbsentOneIsAnErrorThatSaysWhatToRun() throws IOException {
        FixtureCache offline = new FixtureCache(
                new CacheLayout(directory.resolve("cache")), Builds.build(directory, Builds.NO_ARTIFACTS, true, log));

        String message = failure(offline, fixture(null));
        assertTrue(message.contains("'words'") && message.contains("mvn process-test-classes"), message);
        assertEquals(0, server.requests());
        cache().require(fixture(null));
        assertFalse(offline.require(fixture(null)).fetched());
        assertEquals(1, server.requests());
    }

    /** The artifact is in no repository that can be asked, and in the cache (L35). */
    @Test
    void offlineAnArtifactThatIsGoneIsTakenFromTheCache() throws IOException {
        Path jar = Files.writeString(directory.resolve("a.jar"), "classes");
        FixtureSpec spec =
                new FixtureSpec("jar", new ArtifactSource(Coordinates.parse("g:a:1")), null, false, 0, SeedMode.COPY);
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        ArtifactFiles there = coordinates -> new ArtifactFiles.Resolved(jar, "1");
        new FixtureCache(layout, Builds.build(directory, there, false, log)).require(spec);

        FixtureCache offline = new FixtureCache(layout, Builds.build(directory, Builds.NO_ARTIFACTS, true, log));
        assertEquals("classes", Files.readString(offline.require(spec).content()));
        assertTrue(log.lines().toString().contains("what the cache has of it is used"), log.lines()::toString);
        FixtureCache online = new FixtureCache(layout, Builds.build(directory, Builds.NO_ARTIFACTS, false, log));
        assertTrue(failure(online, spec).contains("no artifact"));
    }

    /** What is of this module is here, or it is not; what it was once is no answer. */
    @Test
    void offlineNothingButAnArtifactIsTakenFromTheCacheInsteadOfWhatItIsNow() throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), "1,2");
        FixtureSpec path = new FixtureSpec("p", new PathSource(file, "data.csv"), null, false, 0, SeedMode.COPY);
        FixtureSpec command = new FixtureSpec(
                "c",
                new CommandSource(
                        new Program.MainClass(MakesFixture.class.getName()),
                        List.of("large", file.toString()),
                        List.of(file),
                        Duration.ofMinutes(1)),
                null,
                false,
                0,
                SeedMode.COPY);
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        FetchContext offline = Builds.build(directory, Builds.NO_ARTIFACTS, true, log);
        for (FixtureSpec spec : List.of(path, command)) {
            Files.writeString(file, "1,2");
            new FixtureCache(layout, offline).require(spec);
            Files.delete(file);
            String message = failure(new FixtureCache(layout, offline), spec);
            assertTrue(message.contains(file + ": no such file or directory"), message);
        }
    }

    @Test
    void sha512IsAcceptedAsWell() throws IOException {
        String hex = FileDigest.of(Files.writeString(directory.resolve("expected"), CountingServer.CONTENT), "SHA-512");
        FixtureSpec right = new FixtureSpec(
                "words", new UrlSource(server.url("/words")), new Checksum("sha512", hex), false, 0, SeedMode.COPY);
        FixtureSpec wrong = new FixtureSpec(
                "words",
                new UrlSource(server.url("/words")),
                new Checksum("sha512", "0".repeat(128)),
                false,
                0,
                SeedMode.COPY);

        assertTrue(cache().require(right).fetched());
        assertTrue(failure(cache(), wrong).contains("SHA-512 is " + hex + ", but <sha512>"));
    }

    @Test
    void contentOfAPathDecidesAndNotItsTime() throws IOException {
        Path file = Files.writeString(directory.resolve("data.csv"), "1,2");
        FixtureSpec spec = new FixtureSpec("data", new PathSource(file, "data.csv"), null, false, 0, SeedMode.COPY);
        Path first = cache().require(spec).content();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        assertEquals(first, cache().require(spec).content());

        Files.writeString(file, "1,3");
        CachedFixture second = cache().require(spec);
        assertNotEquals(first, second.content());
        assertEquals("1,2", Files.readString(first));
        assertEquals("1,3", Files.readString(second.content()));
    }

    @Test
    void fileUrlIsReadAlsoOffline() throws IOException {
        Path file = Files.writeString(directory.resolve("a b.csv"), "1,2");
        FixtureSpec spec = new FixtureSpec("data", new UrlSource(file.toUri()), null, false, 0, SeedMode.COPY);
        FetchContext offline = Builds.build(directory, Builds.NO_ARTIFACTS, true, log);

        CachedFixture fixture = new FixtureCache(new CacheLayout(directory.resolve("cache")), offline).require(spec);
        assertEquals("1,2", Files.readString(fixture.content()));
    }

    /** L33: whoever waits says for whom; here for a thread of the same process, which is done as soon as that was said. */
    @Test
    void waitingBuildSaysForWhichProcess() throws IOException {
        CacheLayout layout = new CacheLayout(directory.resolve("cache"));
        CachedFixture before = cache().require(fixture(null));
        FileHold hold = FileHold.acquire(
                layout.lock("words", entry(before).getFileName().toString()), pid -> {});
        RecordingLog releasing = new RecordingLog() {
            @Override
            public void info(CharSequence content) {
                super.info(content);
                try {
                    hold.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };

        new FixtureCache(layout, Builds.build(directory, Builds.NO_ARTIFACTS, false, releasing)).require(fixture(null));
        assertEquals(
                List.of("INFO isolation: fixture 'words': waiting for process "
                        + ProcessHandle.current().pid() + ", which is fetching it"),
                releasing.lines());
    }
}
