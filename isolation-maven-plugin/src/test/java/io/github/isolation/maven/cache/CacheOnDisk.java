package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.fixture.FileDigest;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A cache, a server that has one fixture for it, and what users read. */
abstract class CacheOnDisk {
    Path directory;
    CountingServer server;
    RecordingLog log;

    @BeforeEach
    void start(@TempDir Path empty) throws IOException {
        directory = empty;
        server = new CountingServer();
        log = new RecordingLog();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    FixtureCache cache() {
        return new FixtureCache(
                new CacheLayout(directory.resolve("cache")), Builds.build(directory, Builds.NO_ARTIFACTS, false, log));
    }

    FixtureSpec fixture(@Nullable String sha256) {
        return new FixtureSpec(
                "words",
                new UrlSource(server.url("/words")),
                sha256 == null ? null : new Checksum("sha256", sha256),
                false,
                0,
                SeedMode.COPY);
    }

    String sha256() throws IOException {
        return FileDigest.sha256(Files.writeString(directory.resolve("expected"), CountingServer.CONTENT));
    }

    static Path entry(CachedFixture fixture) {
        return entry(fixture.content());
    }

    static Path entry(Path content) {
        return content.resolve("..").normalize();
    }

    List<Path> left() throws IOException {
        return files(directory.resolve("cache/entries/words"));
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    static String failure(FixtureCache cache, FixtureSpec spec) {
        return assertThrows(IOException.class, () -> cache.require(spec)).toString();
    }
}
