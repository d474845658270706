package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.SeedMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that want more memory than there is, or have names that are none: errors that name the fixture, and the entry. */
final class HungryArchivesTest {
    private static final int LARGE = 64 << 20;

    private final RecordingLog log = new RecordingLog();
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    /** GNU's long names and long links, and the headers of pax. Some 60 kB are 64 MB in memory, and could be all of it. */
    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_GNUTYPE_LONGLINK, 'x', 'g'})
    void aHeaderThatIsABomb(byte type) throws IOException {
        byte[] filler = new byte[LARGE];
        Arrays.fill(filler, (byte) 'a');
        if (type == 'x' || type == 'g') {
            byte[] begin = (LARGE + " path=").getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(begin, 0, filler, 0, begin.length);
            filler[LARGE - 1] = '\n';
        }
        Path bomb = gzip(tar(header(type, filler)));
        assertRefused(
                bomb,
                type == 'g'
                        ? "describe all that follows 'good'"
                        : "more than 1.0 MB of it describe the entry after 'good'");
    }

    @Test
    void manySmallHeadersForAllThatFollows() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            String record = String.format("100000 k%05d=%s\n", i, "a".repeat(100_000 - 15));
            all.write(header((byte) 'g', record.getBytes(StandardCharsets.US_ASCII)));
            all.write(new Archives().file("f" + i).tar(), 0, 1024);
        }
        assertRefused(gzip(tar(all.toByteArray())), "more than 1.0 MB of it describe all that follows 'f");
    }

    /** What is skipped comes out as well. */
    @Test
    void aLinkThatHasContent() throws IOException {
        byte[] fat = header(TarConstants.LF_SYMLINK, new byte[2_000_000]);
        Path bomb = gzip(tar(fat));
        String message =
                assertThrows(IOException.class, () -> unpack(bomb, 1_000_000)).getMessage();
        assertTrue(message.contains("more than 1.0 MB come out of it"), message);
    }

    /** 76 bytes that want 1.5 GB. */
    @Test
    void anXzFileWithAHugeDictionary() throws IOException {
        Path bomb = Files.write(directory.resolve("x"), hugeDictionary());
        assertRefused(bomb, "takes 1.6 GB of memory", "MAVEN_OPTS");
    }

    @Test
    void anXzFileWithAHugeDictionaryInAZip() throws IOException {
        byte[] xz = hugeDictionary();
        Path bomb = directory.resolve("x");
        CRC32 sum = new CRC32();
        sum.update("hello\n".getBytes(StandardCharsets.US_ASCII));
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("inside");
            entry.setMethod(95);
            entry.setSize(6);
            entry.setCompressedSize(xz.length);
            entry.setCrc(sum.getValue());
            zip.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(xz));
        }
        assertRefused(bomb, "takes 1.6 GB of memory", "MAVEN_OPTS");
    }

    /** A window of 512 MB; zstd's own default is 128. */
    @Test
    void aZstdFileWithALongWindowIsUnpackedAndOneThatIsTooLongIsRefused() throws IOException {
        byte[] small = {
            0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x00, (byte) (19 << 3), 0x21, 0x00, 0x00, 'h', 'e', 'l', 'l'
        };
        assertEquals("hell", Files.readString(unpack(Files.write(directory.resolve("x"), small), 0)));
        small[5] = (byte) (21 << 3);
        assertRefused(Files.write(directory.resolve("x"), small), "takes more than 512 MB of memory", "zstd --long=29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"to\u0000nowhere", "\u0000", "a\u001b[2Jb/../../x"})
    @DisabledOnOs(OS.WINDOWS)
    void aTargetThatIsNone(String target) throws IOException {
        assertRefused(new Archives().file("a").zip(directory.resolve("x"), "link", target), "'link'");
        Archives tar = new Archives();
        assertRefused(tar.file("a").link("link", "l" + target + "x".repeat(120)).tar(directory.resolve("y")), "'link'");
        assertRefused(new Archives().file("a").hardLink("link", target + "h").tar(directory.resolve("z")), "'link'");
    }

    @Test
    void noTargetAtAll() throws IOException {
        assertRefused(new Archives().file("a").zip(directory.resolve("x"), "link", ""), "'link'", "nowhere");
        assertRefused(new Archives().file("a").link("link", "").tar(directory.resolve("y")), "'link'", "nowhere");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesThatAreNotUtf8AreToldAndOthersAreNot() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
            for (String name : new String[] {"café.txt", "thé.txt", "plain.txt"}) {
                tar.putArchiveEntry(new TarArchiveEntry(name));
                tar.closeArchiveEntry();
            }
        }
        unpack(Files.write(directory.resolve("x"), bytes.toByteArray()), 0);
        assertEquals(1, log.lines().size(), log.lines()::toString);
        assertTrue(
                log.lines()
                        .get(0)
                        .startsWith("WARN isolation: fixture 'x': 2 names in it are not UTF-8, and have a '?' where"
                                + " they cannot be read; the first is 'caf?.txt'"),
                log.lines()::toString);

        unpack(new Archives().file("café?").tar(directory.resolve("y")), 0);
        assertEquals(1, log.lines().size(), log.lines()::toString);
    }

    private void assertRefused(Path archive, String... saying) {
        String message =
                assertThrows(IOException.class, () -> unpack(archive, 0)).getMessage();
        assertTrue(message.startsWith("fixture 'x' (path x): it "), message);
        for (String part : saying) {
            assertTrue(message.contains(part), message);
        }
        assertTrue(message.codePoints().noneMatch(Character::isISOControl), message);
    }

    private Path unpack(Path archive, long limit) throws IOException {
        FetchContext around = Builds.build(directory, Builds.NO_ARTIFACTS, false, log);
        return new FixtureCache(new CacheLayout(directory.resolve("cache")), around)
                .require(new FixtureSpec("x", new PathSource(archive, "x"), null, true, limit, SeedMode.COPY))
                .content();
    }

    /** A file called good, and then this. */
    private static byte[] tar(byte[] rest) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(new Archives().file("good").tar(), 0, 1024);
        all.write(rest);
        all.write(new Archives().file("after").tar());
        return all.toByteArray();
    }

    private static byte[] header(byte type, byte[] content) throws IOException {
        byte[] header = new byte[512];
        TarArchiveEntry entry = new TarArchiveEntry("header", type, true);
        entry.setLinkName("good");
        entry.setSize(content.length);
        entry.writeEntryHeader(header);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(header);
        all.write(content);
        all.write(new byte[(512 - content.length % 512) % 512]);
        return all.toByteArray();
    }

    private Path gzip(byte[] content) throws IOException {
        Path file = directory.resolve("x");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
        return file;
    }

    /** As {@code echo hello | xz --lzma2=dict=1536MiB} writes it. */
    private static byte[] hugeDictionary() {
        return java.util.HexFormat.of().parseHex(HUGE);
    }

    private static final String HUGE =
            "fd377a585a000004e6d6b44602002101250000003b787b4101000568656c6c6f0a000000a56097f194f6fde000011e06c12fa41d1fb6f37d010000000004595a";
}
