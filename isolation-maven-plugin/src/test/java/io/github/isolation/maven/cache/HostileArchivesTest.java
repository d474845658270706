package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every archive that means harm is refused, and the error names the entry (L36). Nothing outside is touched. */
@DisabledOnOs(OS.WINDOWS)
final class HostileArchivesTest {
    private Path directory;
    private Path outside;

    @BeforeEach
    void useDirectory(@TempDir Path empty) throws IOException {
        directory = empty;
        outside = Files.writeString(empty.resolve("outside"), "untouched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escaped",
                "a/../../escaped",
                "/tmp/escaped-from-isolation",
                "C:\\escaped",
                "..\\escaped",
                "\\\\host\\share",
                "a/..\\..\\escaped"
            })
    void namesThatLeadElsewhere(String name) throws IOException {
        assertRefused(name, new Archives().file("good").file(name).tar(directory.resolve("x")));
        assertRefused(name, new Archives().file("good").file(name).zip(directory.resolve("y")));
        assertFalse(Files.exists(Path.of("/tmp/escaped-from-isolation")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../x", "a/../../x", "..", "\\\\host\\share"})
    void linksThatLeave(String target) throws IOException {
        assertRefused("leak", new Archives().file("a/b").link("leak", target).tar(directory.resolve("x")));
        assertRefused("leak", new Archives().file("a/b").zip(directory.resolve("y"), "leak", target));
    }

    @Test
    void fileThatIsWrittenThroughALink() throws IOException {
        assertRefused(
                "through/file",
                new Archives()
                        .file("a/b")
                        .link("through", "a")
                        .file("through/file")
                        .tar(directory.resolve("x")));
    }

    @Test
    void fileThatReplacesALinkToAFile() throws IOException {
        assertRefused("a", new Archives().file("b").link("a", "b").file("a").tar(directory.resolve("x")));
    }

    /** Each link looks harmless; by way of the first one, the second is one step further up than it looks. */
    @Test
    void linkThatLeavesByWayOfAnother() throws IOException {
        assertRefused(
                "up",
                new Archives()
                        .file("p/q/file")
                        .link("p/q/top", "..")
                        .link("up", "p/q/top/../..")
                        .tar(directory.resolve("x")));
    }

    /** As above, but the first is written last, so that only the end shows it. */
    @Test
    void linkThatLeavesByWayOfALaterOne() throws IOException {
        assertRefused(
                "up",
                new Archives()
                        .file("p/q/file")
                        .link("up", "p/q/top/../..")
                        .link("p/q/top", "..")
                        .tar(directory.resolve("x")));
    }

    @Test
    void linksInACircle() throws IOException {
        assertRefused("b", new Archives().link("a", "b").link("b", "a").tar(directory.resolve("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../outside", "/etc/passwd", "not there"})
    void hardLinkToWhatIsNotInTheArchive(String target) throws IOException {
        assertRefused("hard", new Archives().file("a").hardLink("hard", target).tar(directory.resolve("x")));
    }

    /** A hard link to a symbolic link is that link. */
    @Test
    void hardLinkToALink() throws IOException {
        assertRefused(
                "hard",
                new Archives()
                        .file("a")
                        .link("soft", "a")
                        .hardLink("hard", "soft")
                        .tar(directory.resolve("x")));
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void devicesAndPipes(byte type) throws IOException {
        assertRefused("dev", new Archives().special("dev", type, "").tar(directory.resolve("x")));
    }

    @Test
    void sameFileTwice() throws IOException {
        assertRefused("./a", new Archives().file("a").file("./a").tar(directory.resolve("x")));
    }

    @Test
    void fileInAFile() throws IOException {
        assertRefused("a/b", new Archives().file("a").file("a/b").tar(directory.resolve("x")));
        assertRefused("a/b", new Archives().file("a").file("a/b").zip(directory.resolve("y")));
    }

    /** 20 MB of zeros in 20 kB. */
    @Test
    void bombIsRefusedUnlessTheLimitIsRaised() throws IOException {
        byte[] zeros = new byte[20_000_000];
        Path bomb = directory.resolve("x");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write(new Archives().file("good").file("bomb", 0644, zeros).tar());
        }

        String message =
                assertThrows(IOException.class, () -> unpack(bomb, 10_000_000)).toString();
        assertTrue(message.contains("'bomb'") && message.contains("<unpackLimit>20.0 MB</unpackLimit>"), message);
        assertEquals(20_000_000, Files.size(unpack(bomb, 21_000_000).resolve("bomb")));
    }

    @Test
    void bombOfEmptyFilesIsRefused() throws IOException {
        Archives many = new Archives();
        for (int i = 0; i < 3000; i++) {
            many.file("f" + i, 0644, new byte[0]);
        }

        String message = assertThrows(IOException.class, () -> unpack(many.tar(directory.resolve("x")), 1_000_000))
                .toString();
        assertTrue(message.contains("'f19"), message);
    }

    @Test
    void truncatedArchiveNamesWhereItBreaks() throws IOException {
        byte[] whole = new Archives().file("first").file("second").tar();
        Path half = Files.write(directory.resolve("x"), Arrays.copyOf(whole, 1024 + 200));

        String message = assertThrows(IOException.class, () -> unpack(half, 0)).toString();
        assertTrue(message.contains("'first'"), message);
        Path less = Files.write(directory.resolve("y"), Arrays.copyOf(whole, 512 + 2));
        message = assertThrows(IOException.class, () -> unpack(less, 0)).toString();
        assertTrue(message.contains("'first'"), message);
    }

    private void assertRefused(String name, Path archive) throws IOException {
        String message =
                assertThrows(IOException.class, () -> unpack(archive, 0)).toString();
        // The library reads and writes backslashes as slashes.
        assertTrue(
                message.contains("refused") && message.replace('\\', '/').contains("'" + name.replace('\\', '/') + "'"),
                message);
        assertEquals("untouched", Files.readString(outside));
        assertFalse(Files.exists(directory.resolve("escaped")));
    }

    private Path unpack(Path archive, long limit) throws IOException {
        Path content = Files.createTempDirectory(directory, "entry").resolve("content");
        Unpacker.unpack(archive, content, limit);
        return content;
    }
}
