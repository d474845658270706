package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The disk takes no more while the cache is filled. It answers with an error in the middle of a file; so does one on which
 * files must not be larger than a limit, which everybody may set.
 */
@DisabledOnOs(OS.WINDOWS)
final class FullDiskTest {
    /** 64 KiB in every shell there is. */
    private static final List<String> LIMITED = List.of("sh", "-c", "ulimit -f 128 && exec \"$@\"", "sh");

    private static final List<String> NOT_ONE_BYTE = List.of("sh", "-c", "ulimit -f 0 && exec \"$@\"", "sh");

    private Path directory;
    private byte[] large;

    @BeforeEach
    void makeFiles(@TempDir Path empty) throws IOException {
        directory = empty.toRealPath();
        large = new byte[300_000];
        new Random(7).nextBytes(large);
        Files.write(directory.resolve("large"), large);
        // Small as long as it is packed.
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(new Archives().file("zeros", 0644, new byte[300_000]).tar());
        }
        Files.write(directory.resolve("archive"), packed.toByteArray());
    }

    /** Others have limits, too. */
    @ParameterizedTest
    @CsvSource({
        "'write failed: Disk quota exceeded', true",
        "'No space left on device', true",
        "'sh: File size limit exceeded', true",
        "'java.lang.OutOfMemoryError: GC overhead limit exceeded', false",
        "'ERROR: stack depth limit exceeded', false",
        "'status code: 509, reason phrase: Bandwidth Limit Exceeded', false"
    })
    void onlyWhatADiskSaysIsOfADisk(String said, boolean ofADisk) {
        assertEquals(ofADisk, FullDiskException.isCauseOf(new IOException("outer", new IOException(said))));
    }

    @ParameterizedTest
    @EnumSource(FillsCache.Way.class)
    void errorNamesTheFixtureAndTheFileSystemAndTheNextBuildSucceeds(FillsCache.Way way) throws Exception {
        try (UnreliableServer server = new UnreliableServer(large)) {
            List<String> arguments =
                    List.of(way.name(), server.url("/large").toString(), FileDigest.sha256(directory.resolve("large")));

            String message = run(LIMITED, arguments);
            assertTrue(
                    message.startsWith("fixture 'big' ("
                            + way.source(directory, server.url("/large")).describe()),
                    message);
            assertTrue(message.contains("File too large"), message);
            assertTrue(message.contains("file system " + Files.getFileStore(directory)), message);
            assertEquals(List.of(), files(directory.resolve("cache/entries")), "nothing looks like an entry");
            assertEquals(List.of(), files(directory.resolve("cache/partial")), "nothing fills the disk");

            String next = run(List.of(), arguments);
            assertTrue(next.startsWith("cached "), next);
            Path content = Path.of(next.substring("cached ".length()));
            switch (way) {
                case UNPACKED -> assertEquals(300_000, Files.size(content.resolve("zeros")));
                case GENERATED ->
                    assertEquals(-1, Files.mismatch(directory.resolve("large"), content.resolve("large")));
                default -> assertEquals(-1, Files.mismatch(directory.resolve("large"), content));
            }
            boolean downloaded = next.contains("/big/") && way.name().startsWith("DOWNLOADED");
            // More attempts do not make more room.
            assertEquals(downloaded ? 2 : 0, server.requests().size());
        }
    }

    /** Whoever wants to make room must not need any. */
    @Test
    void fullDiskCanBeCleaned() throws Exception {
        assertTrue(run(List.of(), List.of("COPIED", "http://127.0.0.1:1/")).startsWith("cached "));

        assertEquals("removed 1", run(NOT_ONE_BYTE, List.of("clean")));
        assertEquals(List.of(), files(directory.resolve("cache/entries")));
    }

    private String run(List<String> confinement, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(confinement);
        // Without the file in which a JVM counts for jps, which is written, too.
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                FillsCache.class.getName(),
                directory.toString()));
        command.addAll(arguments);
        // What it logs goes to the other stream.
        Process process = new ProcessBuilder(command)
                .redirectError(directory.resolve("errors").toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> output + directory.resolve("errors"));
        return output.strip();
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
