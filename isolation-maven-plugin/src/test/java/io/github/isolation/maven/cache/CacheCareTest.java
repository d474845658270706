package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache as a whole: what is damaged is found, what is not needed goes, what is in use stays. */
final class CacheCareTest {
    private Path directory;
    private CacheLayout layout;
    private CacheCare care;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
        layout = new CacheLayout(empty.resolve("cache"));
        care = new CacheCare(layout);
    }

    @AfterEach
    void endBuild() throws IOException {
        FixtureCache.release();
    }

    @Test
    void emptyCacheIsWhole() throws IOException {
        assertEquals(new CacheCare.Verification(0, List.of()), care.verify());
        assertEquals(List.of(), clean(null, Duration.ZERO, Long.MAX_VALUE));
    }

    /** Size and time are what they were: only reading every byte shows it. */
    @Test
    void flippedBitIsFoundNamedAndPutAside() throws IOException {
        Path content = require("a", "rows");
        require("b", "rows");
        FileTime time = Files.getLastModifiedTime(content.resolve("words"));
        Files.writeString(content.resolve("words"), "rowz");
        Files.setLastModifiedTime(content.resolve("words"), time);

        CacheCare.Verification found = care.verify();
        assertEquals(2, found.entries());
        assertEquals(1, found.damaged().size());
        String line = found.damaged().get(0);
        assertTrue(line.contains("fixture 'a'") && line.contains("changed: words"), line);
        assertFalse(Files.exists(content));
        assertEquals("rows", Files.readString(require("a", "rows").resolve("words")));
        assertEquals(List.of(), care.verify().damaged());
    }

    @Test
    void cleaningByFixtureLeavesTheOthers() throws IOException {
        require("a", "rows");
        require("b", "rows");
        FixtureCache.release();

        assertEquals(List.of("a"), clean("a", null, Long.MAX_VALUE));
        assertEquals(
                List.of("b"),
                CacheEntry.all(layout).stream().map(CacheEntry::id).toList());
    }

    @Test
    void cleaningByAgeGoesByTheLastUse() throws IOException {
        require("old", "rows");
        require("used again", "rows");
        FixtureCache.release();
        for (CacheEntry entry : CacheEntry.all(layout)) {
            Files.setLastModifiedTime(
                    layout.uses(entry.id(), entry.key()).resolve("last"),
                    FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        }
        require("used again", "rows");
        FixtureCache.release();

        assertEquals(List.of("old"), clean(null, Duration.ofDays(30), Long.MAX_VALUE));
    }

    @Test
    void cleaningBySizeRemovesWhatWasUsedLongestAgo() throws IOException {
        for (String id : List.of("first", "second", "third")) {
            require(id, "0123456789");
        }
        FixtureCache.release();
        int days = 30;
        for (String id : List.of("first", "second", "third")) {
            CacheEntry entry = CacheEntry.of(layout, id).get(0);
            Files.setLastModifiedTime(
                    layout.uses(id, entry.key()).resolve("last"),
                    FileTime.from(Instant.now().minus(Duration.ofDays(days--))));
        }

        assertEquals(List.of("first"), clean(null, null, 25));
    }

    @Test
    void entryInUseStaysUntilTheBuildHasEnded() throws IOException {
        Path content = require("a", "rows");

        CacheCare.Cleaning cleaning = care.clean(new CacheCare.Wish(null, Duration.ZERO, Long.MAX_VALUE));
        assertEquals(List.of(), cleaning.removed());
        assertEquals(1, cleaning.inUse().size());
        assertTrue(Files.exists(content));
        FixtureCache.release();
        assertEquals(List.of("a"), clean(null, Duration.ZERO, Long.MAX_VALUE));
        assertFalse(Files.exists(content));
    }

    @Test
    void whatAKilledBuildHasLeftOfAnEntryGoesUnlessItIsBeingMade() throws IOException {
        require("a", "rows");
        FixtureCache.release();
        Path left = layout.temporary("a", "0123abcd");
        Path busy = layout.temporary("a", "4567cdef");
        for (Path each : List.of(left, busy)) {
            Files.writeString(Files.createDirectories(each).resolve("half"), "of it");
        }
        try (FileHold hold = FileHold.acquire(layout.lock("a", "4567cdef"), pid -> {})) {
            assertTrue(hold != null);
            assertEquals(List.of(), clean(null, null, Long.MAX_VALUE));
        }
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(busy.resolve("half")));
        clean(null, null, Long.MAX_VALUE);
        assertFalse(Files.exists(busy));
        assertEquals(1, CacheEntry.all(layout).size());
    }

    private List<String> clean(String fixture, Duration age, long size) throws IOException {
        return care.clean(new CacheCare.Wish(fixture, age, size)).removed().stream()
                .map(CacheEntry::id)
                .toList();
    }

    private Path require(String id, String text) throws IOException {
        Path source = Files.createDirectories(directory.resolve("sources").resolve(id));
        Files.writeString(source.resolve("words"), text);
        FixtureSpec spec = new FixtureSpec(id, new PathSource(source, id), null, false, 0, SeedMode.COPY);
        return new FixtureCache(layout, Builds.online(directory)).require(spec).content();
    }
}
