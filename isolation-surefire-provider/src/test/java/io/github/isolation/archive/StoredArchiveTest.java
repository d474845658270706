package io.github.isolation.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.FileHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives as those see them who clean the cache: what is whole is listed, what is used stays. */
class StoredArchiveTest {
    private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path cache;

    @Test
    void whereThereIsNoCacheThereAreNone() throws IOException {
        assertEquals(List.of(), StoredArchive.all(cache.resolve("not there")));
        StoredArchive.sweep(cache.resolve("not there"));
        assertFalse(Files.exists(cache.resolve("not there")));
    }

    @Test
    void onlyWhatWasPublishedIsListed() throws IOException {
        archive("f00");
        archive(".tmp-being-made");
        archive("damaged/f01");
        Files.createDirectories(cache.resolve("cds/locks"));
        Files.createDirectories(cache.resolve("cds/f02"));
        assertEquals(List.of("f00"), names());
    }

    @Test
    void itsDirectoryHasAllOfIt() throws IOException {
        Path made = archive("f00");
        assertEquals(made.toAbsolutePath(), only().directory());
    }

    @Test
    void whatNobodyHasUsedIsAsOldAsItIs() throws IOException {
        archive("f00");
        assertEquals(MADE, only().lastUsed());
    }

    @Test
    void aUseMakesItYoungAgain() throws IOException {
        archive("f00");
        new ArchiveStore(cache).uses("f00").touch();
        assertTrue(only().lastUsed().isAfter(MADE));
    }

    /** A copy of a cache has old marks and new directories. */
    @Test
    void aUseBeforeItWasMadeDoesNotMakeItOld() throws IOException {
        archive("f00");
        new ArchiveStore(cache).uses("f00").touch();
        Path last = cache.resolve("cds/uses/f00/last");
        Files.setLastModifiedTime(last, FileTime.from(MADE.minusSeconds(1)));
        assertEquals(MADE, only().lastUsed());
    }

    @Test
    void whatIsRemovedIsGoneWithItsMarks() throws IOException {
        Path made = archive("f00");
        archive("f01");
        new ArchiveStore(cache).uses("f00").touch();
        StoredArchive first = StoredArchive.all(cache).stream()
                .filter(archive -> archive.name().equals("f00"))
                .findFirst()
                .orElseThrow();
        assertTrue(first.removeUnlessUsed());
        assertFalse(Files.exists(made));
        assertFalse(Files.exists(cache.resolve("cds/uses/f00")));
        assertEquals(List.of("f01"), names());
    }

    @Test
    void whatASupervisorIsAboutToUseStays() throws IOException {
        Path made = archive("f00");
        StoredArchive archive = only();
        try (FileHold gate = new ArchiveStore(cache).tryGate("f00").orElseThrow()) {
            assertFalse(archive.removeUnlessUsed(), gate::toString);
            assertTrue(Files.exists(made));
        }
        assertTrue(archive.removeUnlessUsed());
    }

    @Test
    void whatASupervisorUsesStaysAsLongAsItLives() throws IOException {
        Path made = archive("f00");
        StoredArchive archive = only();
        try (FileHold mark = new ArchiveStore(cache).uses("f00").mark()) {
            assertFalse(archive.removeUnlessUsed(), mark::toString);
            assertTrue(Files.exists(made));
        }
        assertTrue(archive.removeUnlessUsed());
    }

    @Test
    void whatWasBegunLongAgoIsSweptAndWhatIsBeingMadeIsNot() throws IOException {
        Path abandoned = archive(".tmp-abandoned");
        Path young = archive(".tmp-young");
        Files.setLastModifiedTime(young, FileTime.from(Instant.now()));
        Path damaged = archive("damaged/f00");
        Path whole = archive("f01");
        StoredArchive.sweep(cache);
        assertFalse(Files.exists(abandoned));
        assertTrue(Files.exists(young));
        assertFalse(Files.exists(damaged));
        assertTrue(Files.exists(whole));
    }

    private Path archive(String name) throws IOException {
        Path directory = Files.createDirectories(cache.resolve("cds").resolve(name));
        Files.writeString(directory.resolve("archive"), "classes");
        Files.setLastModifiedTime(directory, FileTime.from(MADE));
        return directory;
    }

    private StoredArchive only() throws IOException {
        List<StoredArchive> all = StoredArchive.all(cache);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private List<String> names() throws IOException {
        return StoredArchive.all(cache).stream()
                .map(StoredArchive::name)
                .sorted()
                .toList();
    }
}
