package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.fork.ForkLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was not touched is not read again; what was touched is, however it looks. */
@DisabledOnOs(OS.WINDOWS)
final class RememberedDigestsTest {
    private static final long MINUTE = 60_000_000_000L;

    private Path data;
    private Path file;
    private ForkLayout forks;
    private RememberedDigests digests;

    @BeforeEach
    void makeData(@TempDir Path directory) throws IOException {
        data = Files.createDirectory(directory.resolve("data")).toRealPath();
        file = Files.writeString(data.resolve("rows"), "one");
        Files.createSymbolicLink(data.resolve("link"), Path.of("rows"));
        forks = new ForkLayout(directory.resolve("isolation"));
        digests = new RememberedDigests(forks, () -> System.currentTimeMillis() * 1_000_000 + MINUTE);
    }

    @Test
    void untouchedDataIsNotReadAgain() throws IOException {
        String digest = digests.tree(data);
        assertEquals(Digests.tree(data), digest);
        // Whoever reads the data would not say this.
        Path memory = memories().get(0);
        Files.writeString(memory, Files.readString(memory).replace(digest, "remembered"));
        assertEquals("remembered", digests.tree(data));
    }

    /** Size and time are what they were. */
    @Test
    void changeThatHidesIsSeen() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        String before = digests.tree(data);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        assertEquals(Digests.tree(data), digests.tree(data));
        assertFalse(digests.tree(data).equals(before));
    }

    @Test
    void addedRemovedAndRelinkedIsSeen() throws IOException {
        digests.tree(data);
        Files.writeString(data.resolve("more"), "three");
        assertEquals(Digests.tree(data), digests.tree(data));
        Files.delete(file);
        assertEquals(Digests.tree(data), digests.tree(data));
        Files.delete(data.resolve("link"));
        Files.createSymbolicLink(data.resolve("link"), Path.of("more"));
        assertEquals(Digests.tree(data), digests.tree(data));
    }

    /** As in git, that is a change; what others may do with a file is not. */
    @Test
    void fileThatMayBeRunIsAnotherOne() throws IOException {
        String before = digests.tree(data);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(before, digests.tree(data));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        assertFalse(digests.tree(data).equals(before));
    }

    /** The clock of a file system ticks too slowly to tell two changes in a moment apart. */
    @Test
    void whatWasChangedJustNowIsNotRemembered() throws IOException {
        new RememberedDigests(forks, () -> System.currentTimeMillis() * 1_000_000).tree(data);
        assertEquals(List.of(), memories());
    }

    @Test
    void damagedMemoryIsNone() throws IOException {
        String digest = digests.tree(data);
        Files.writeString(memories().get(0), "isolation manifest 2\nfile\tx");
        assertEquals(digest, digests.tree(data));
    }

    private List<Path> memories() throws IOException {
        Path directory = forks.isolationDirectory().resolve("digests");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
