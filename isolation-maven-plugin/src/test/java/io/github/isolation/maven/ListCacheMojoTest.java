package io.github.isolation.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code isolation:list-cache}: what is there, and what of it nobody needs. */
final class ListCacheMojoTest extends GoalOnDisk {
    @Test
    void nothingIsListedWhereThereIsNothing() throws Exception {
        assertEquals(List.of("INFO isolation: 0 entries, 0 B, in " + cache.cacheDirectory()), listed());
    }

    @Test
    void eachEntryHasItsNameSizeLastUseAndSource() throws Exception {
        cached("a", "12345");
        used("a", Instant.parse("2026-01-02T03:04:05.678Z"));

        List<String> lines = listed();
        assertEquals("INFO isolation: 1 entry, 5 B, in " + cache.cacheDirectory(), lines.get(0));
        assertTrue(lines.get(1).matches("INFO   a +5 B  2026-01-02T03:04:05Z  [0-9a-f]+  path a"), lines::toString);
        assertEquals(2, lines.size());
    }

    @Test
    void sizesAddUp() throws Exception {
        cached("a", "x".repeat(700));
        cached("b", "x".repeat(800));
        assertEquals("INFO isolation: 2 entries, 1.5 kB, in " + cache.cacheDirectory(), listed().get(0));
    }

    /** The marks of use lie outside of the entries, and may be lost with the disk they were on. */
    @Test
    void whatNobodyHasEverAskedForIsSaidToBeUnused() throws Exception {
        cached("a", "12345");
        FileTrees.delete(cache.cacheDirectory().resolve("uses"));
        assertTrue(listed().get(1).contains("  never used  "), this::said);
    }

    @Test
    void anEntryWithoutItsManifestIsDamagedAndFromNowhereThatIsKnown() throws Exception {
        Path content = cached("a", "12345").content();
        Files.delete(content.resolveSibling("manifest"));
        String line = listed().get(1);
        assertTrue(line.contains(" damaged "), line);
        assertTrue(line.endsWith("  unknown"), line);
    }

    @Test
    void archivesOfWorkersAreListedBesideThem() throws Exception {
        cached("a", "12345");
        Path archive = Files.createDirectories(cache.cacheDirectory().resolve("cds/f00"));
        Files.writeString(archive.resolve("archive"), "classes");

        List<String> lines = listed();
        assertEquals("INFO isolation: beside them 1 of tests and workers, 7 B", lines.get(2));
        assertTrue(lines.get(3).startsWith("INFO   class-data archive "), lines::toString);
        assertTrue(lines.get(3).endsWith("  f00"), lines::toString);
    }

    @Test
    void whatWasBegunAndWhatWasDamagedCountsAsWell() throws Exception {
        assertFalse(String.join("", listed()).contains("quarantine"), this::said);
        write(cache.partials().resolve("a/key"), "123");
        write(cache.quarantine().resolve("b/key-1/content"), "12345");
        List<String> lines = listed();
        assertEquals(
                "INFO isolation: 3 B of downloads that were begun, 5 B in quarantine", lines.get(lines.size() - 1));
    }

    private List<String> listed() throws Exception {
        ready(new ListCacheMojo()).execute();
        return log.lines();
    }

    private void used(String id, Instant when) throws IOException {
        Path uses = cache.cacheDirectory().resolve("uses").resolve(id);
        try (var keys = Files.list(uses)) {
            Path last = keys.findFirst().orElseThrow().resolve("last");
            Files.setLastModifiedTime(last, FileTime.from(when));
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
