package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Archives are unpacked into the entry, and never anywhere else (L36). */
final class UnpackTest {
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void zipIsUnpackedWhateverItsNameIs() throws IOException {
        Path content = unpacked(zip("model/words.txt"));

        assertEquals("hello", Files.readString(content.resolve("model/words.txt")));
        assertFalse(Files.exists(content.resolveSibling("fetched")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void tarGzKeepsModesAndLinks() throws IOException {
        Path content = unpacked(tarGz(file("bin/run", 0750), link("run", "bin/run")));

        assertEquals("hello", Files.readString(content.resolve("run")));
        assertEquals(Path.of("bin/run"), Files.readSymbolicLink(content.resolve("run")));
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(content.resolve("bin/run"))));
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        String message = refusal(Files.writeString(directory.resolve("plain.zip"), "hello"));

        assertTrue(message.contains("<unpack>true</unpack>"), message);
    }

    @Test
    void directoryCannotBeUnpacked() throws IOException {
        String message = refusal(Files.createDirectory(directory.resolve("d")));

        assertTrue(message.contains("it is a directory"), message);
    }

    private Path unpacked(Path archive) throws IOException {
        FixtureCache cache = new FixtureCache(new CacheLayout(directory.resolve("cache")), Builds.online(directory));
        return cache.require(new FixtureSpec("x", new PathSource(archive, "x"), null, true, 0, SeedMode.COPY))
                .content();
    }

    private String refusal(Path archive) {
        return assertThrows(IOException.class, () -> unpacked(archive)).toString();
    }

    private Path zip(String name) throws IOException {
        Path file = directory.resolve("download");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private Path tarGz(TarArchiveEntry... entries) throws IOException {
        Path file = directory.resolve("download");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (!entry.isSymbolicLink()) {
                    tar.write("hello".getBytes(StandardCharsets.UTF_8));
                }
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(5);
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return entry;
    }
}
