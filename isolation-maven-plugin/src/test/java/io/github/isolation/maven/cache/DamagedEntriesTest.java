package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not what was published is found, named, put aside and fetched again (L32, L34). */
final class DamagedEntriesTest extends CacheOnDisk {
    @Test
    void damagedEntryIsNamedAndFetchedAgain() throws IOException {
        Path content = cache().require(fixture(null)).content();
        Files.writeString(content, "the bytes of a fixturE");

        assertTrue(cache().require(fixture(null)).fetched());
        assertEquals(CountingServer.CONTENT, Files.readString(content));
        assertTrue(log.lines().toString().contains("'words' was damaged"), log.lines()::toString);
        assertTrue(log.lines().toString().contains("changed: the file itself"), log.lines()::toString);
        assertTrue(log.lines().toString().contains(entry(content).toString()), log.lines()::toString);
    }

    /** Truncated, bit-flipped, half-written: each is kept aside, and only the last one of each entry. */
    @Test
    void damagedEntriesGoIntoQuarantine() throws IOException {
        for (String damage : List.of("the bytes", "the bytes of a fixturE", "")) {
            Path content = cache().require(fixture(null)).content();
            Files.writeString(content, damage);
            assertTrue(cache().require(fixture(null)).fetched());

            List<Path> kept = files(directory.resolve("cache/quarantine/words"));
            assertEquals(1, kept.size());
            assertEquals(damage, Files.readString(kept.get(0).resolve("content")));
        }
    }

    /** Without a checksum the first one counts, also when the entry is gone (L34). */
    @Test
    void laterDownloadThatDiffersFromTheFirstIsAnErrorWithBothDigests() throws IOException {
        Path content = cache().require(fixture(null)).content();
        FileTrees.delete(entry(content));
        server.content("other bytes, other times");

        String message = failure(cache(), fixture(null));
        assertTrue(message.contains(sha256()) && message.contains("clean-cache -Disolation.fixture=words"), message);
        assertEquals(List.of(), left());
        new CacheCare(new CacheLayout(directory.resolve("cache")))
                .clean(new CacheCare.Wish("words", null, Long.MAX_VALUE));
        assertTrue(cache().require(fixture(null)).fetched());
    }

    /** The page of a portal that wants a password first, for example: what it is has nothing to do with what comes later. */
    @Test
    void aDownloadThatIsNoArchiveIsNotTheFirstOne() throws IOException {
        FixtureSpec unpacked =
                new FixtureSpec("words", new UrlSource(server.url("/words")), null, true, 1_000_000, SeedMode.COPY);
        server.content("<html>Who are you?</html>");
        assertFalse(failure(cache(), unpacked).contains("SHA-256"));

        server.content(
                new String(new Archives().file("words", 0644, new byte[] {'x'}).tar(), StandardCharsets.UTF_8));
        assertEquals("x", Files.readString(cache().require(unpacked).content().resolve("words")));
    }

    @Test
    void entryWithoutItsManifestIsFetchedAgain() throws IOException {
        Path content = cache().require(fixture(null)).content();
        Files.writeString(content.resolveSibling("manifest"), "");

        assertTrue(cache().require(fixture(null)).fetched());
        assertFalse(cache().require(fixture(null)).fetched());
    }

    /** Many a CI keeps the cache in an archive, which rounds times or drops them. */
    @Test
    void entryWithOtherTimesAndTheSameBytesIsNotFetchedAgain() throws IOException {
        Path content = cache().require(fixture(null)).content();
        Files.setLastModifiedTime(content, FileTime.fromMillis(1000));

        assertFalse(cache().require(fixture(null)).fetched());
        assertEquals(1, server.requests());
        assertTrue(log.lines().isEmpty(), log.lines()::toString);
    }

    @Test
    void whatAKilledBuildLeftIsRemoved() throws IOException {
        Path entry = entry(cache().require(fixture(null)));
        Path left = entry.resolveSibling(".tmp-" + entry.getFileName() + "-of-a-killed-build");
        Files.move(entry, left);

        assertTrue(cache().require(fixture(null)).fetched());
        assertFalse(Files.exists(left));
    }
}
