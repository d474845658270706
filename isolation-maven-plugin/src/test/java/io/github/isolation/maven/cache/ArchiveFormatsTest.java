package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives are recognized by what is in them. */
final class ArchiveFormatsTest {
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CompressorStreamFactory.GZIP,
                CompressorStreamFactory.BZIP2,
                CompressorStreamFactory.XZ,
                CompressorStreamFactory.ZSTANDARD
            })
    void compressedTarIsUnpackedAndACompressedFileBecomesAFile(String format) throws Exception {
        byte[] tar = new Archives().file("model/words.txt").tar();

        assertEquals("hello", Files.readString(unpack(compressed(format, tar)).resolve("model/words.txt")));
        byte[] rows = "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(rows, Files.readAllBytes(unpack(compressed(format, rows))));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void plainTarKeepsModesAndLinks() throws IOException {
        Path content = unpack(new Archives()
                .file("bin/run", 04750, "hello".getBytes(StandardCharsets.US_ASCII))
                .link("run", "bin/run")
                .hardLink("bin/again", "bin/run")
                .tar(directory.resolve("x")));

        assertEquals(Path.of("bin/run"), Files.readSymbolicLink(content.resolve("run")));
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(content.resolve("bin/run"))));
        assertTrue(Files.isSameFile(content.resolve("bin/run"), content.resolve("bin/again")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void zipKeepsLinks() throws IOException {
        Path content = unpack(new Archives().file("a/b").zip(directory.resolve("x"), "link", "a/b"));

        assertEquals("hello", Files.readString(content.resolve("link")));
        assertTrue(Files.isSymbolicLink(content.resolve("link")));
    }

    private Path compressed(String format, byte[] bytes) throws Exception {
        Path file = directory.resolve("download");
        try (OutputStream out =
                new CompressorStreamFactory().createCompressorOutputStream(format, Files.newOutputStream(file))) {
            out.write(bytes);
        }
        return file;
    }

    private Path unpack(Path archive) throws IOException {
        Path content = Files.createTempDirectory(directory, "entry").resolve("content");
        Unpacker.unpack(archive, content, 0);
        return content;
    }
}
