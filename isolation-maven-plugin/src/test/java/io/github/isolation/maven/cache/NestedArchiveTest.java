package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive in a jar is unpacked, with the same care as any other. */
final class NestedArchiveTest {
    private static final int EXECUTABLE = 0755;

    @TempDir
    private Path directory;

    @Test
    void whatIsInTheInnerOneIsTheFixture() throws IOException {
        CachedFixture fixture = require(jar("tools.tgz", "bin/run"));

        assertTrue(Files.isExecutable(fixture.content().resolve("bin/run")));
        assertEquals(
                Set.of("content", "manifest"),
                Set.of(fixture.content().getParent().toFile().list()));
        assertFalse(require(directory.resolve("outer.jar")).fetched());
    }

    @Test
    void innerOneMayNotLeadOut() throws IOException {
        Path jar = jar("tools.tgz", "../run");

        String said = assertThrows(IOException.class, () -> require(jar)).getMessage();
        assertTrue(said.contains("a path with '..'"), said);
    }

    @Test
    void thereMustBeOne() throws IOException {
        Path jar = jar("tools.zip", "bin/run");

        String said = assertThrows(IOException.class, () -> require(jar)).getMessage();
        assertTrue(said.contains("has 0 entries whose names end in '.tgz'"), said);
    }

    private CachedFixture require(Path jar) throws IOException {
        FetchContext build = Builds.build(
                directory,
                coordinates -> new ArtifactFiles.Resolved(jar, coordinates.version()),
                false,
                new RecordingLog());
        ArtifactSource outer = new ArtifactSource(Coordinates.parse("demo:tools:1"));
        return new FixtureCache(new CacheLayout(directory.resolve("cache")), build)
                .require(new FixtureSpec("tools", new NestedArchive(outer, ".tgz"), null, false, 0, SeedMode.SHARED));
    }

    private Path jar(String inner, String entry) throws IOException {
        Path jar = directory.resolve("outer.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.putNextEntry(new ZipEntry(inner));
            zip.write(tar(entry));
        }
        return jar;
    }

    private static byte[] tar(String name) throws IOException {
        byte[] text = "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setMode(EXECUTABLE);
            entry.setSize(text.length);
            tar.putArchiveEntry(entry);
            tar.write(text);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
