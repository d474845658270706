package io.github.isolation.maven.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fixture.Manifest;
import io.github.isolation.fixture.SeedMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What other users of the machine can do to the cache: nothing, also with a umask of 000. */
@DisabledOnOs(OS.WINDOWS)
final class OthersTest extends CacheOnDisk {
    /** Fetches in a JVM whose umask is the first argument's. */
    static final class Fetches {
        private Fetches() {}

        public static void main(String[] arguments) throws IOException {
            Path directory = Path.of(arguments[0]);
            new FixtureCache(new CacheLayout(directory.resolve("cache")), Builds.online(directory))
                    .require(archive(directory));
        }
    }

    @Test
    void withAUmaskOf000TheCacheIsForItsUserAlone() throws Exception {
        fetch("000");
        assertEquals("700", mode(directory.resolve("cache")));
    }

    @Test
    void modesOfAnArchivePassTheUmask() throws Exception {
        fetch("027");
        try (Stream<Path> made = Files.walk(directory.resolve("cache/entries"))) {
            List<Path> all = made.toList();
            assertTrue(all.stream().anyMatch(path -> path.endsWith("all/may/write")), all::toString);
            for (Path path : all) {
                assertEquals("0", Integer.toOctalString(Integer.parseInt(mode(path), 8) & 027), path::toString);
            }
        }
    }

    @Test
    void whatAnybodyCouldHavePutIntoAnOpenCacheIsNotUsed() throws IOException {
        CachedFixture swapped = cache().require(fixture(null));
        Files.writeString(swapped.content(), "swapped");
        Manifest.digest(swapped.content(), swapped.manifest().about()).write(CacheLayout.manifest(entry(swapped)));
        assertEquals("swapped", Files.readString(cache().require(fixture(null)).content()), "nothing gives it away");

        Files.setAttribute(directory.resolve("cache"), "unix:mode", 0777);
        assertEquals(
                CountingServer.CONTENT,
                Files.readString(cache().require(fixture(null)).content()));
        assertTrue(
                log.lines().stream()
                        .anyMatch(line -> line.startsWith("WARN isolation: the cache ")
                                && line.contains("may be changed by others (777)")),
                log.lines()::toString);
    }

    /** Needs a second user, whom only root can become. */
    @Test
    void anEntryOfSomebodyElseIsNotUsed() throws IOException {
        Path entry = entry(cache().require(fixture(null)));
        assumeTrue(give(entry.resolve("manifest")));
        Path again = entry(cache().require(fixture(null)));
        assertEquals(again, entry);
        assertEquals(0, Files.getAttribute(again.resolve("manifest"), "unix:uid"));
        assertEquals(2, server.requests());
        assertTrue(
                log.lines().stream().anyMatch(line -> line.contains("it belongs to '54321'")), log.lines()::toString);
    }

    @Test
    void aCacheOfSomebodyElseIsAnErrorThatSaysWhatToDo() throws IOException {
        Path cache = Files.createDirectory(directory.resolve("cache"));
        assumeTrue(give(cache));
        String message = assertThrows(IOException.class, () -> cache().require(fixture(null)))
                .getMessage();
        assertTrue(message.contains("belongs to '54321'") && message.contains("isolation.cacheDirectory"), message);
        assertEquals(0, server.requests());
        assertFalse(Files.exists(cache.resolve("entries")));
    }

    private static FixtureSpec archive(Path directory) {
        return new FixtureSpec("x", new PathSource(directory.resolve("x.tar"), "x.tar"), null, true, 0, SeedMode.COPY);
    }

    private void fetch(String umask) throws Exception {
        new Archives()
                .special("all/", TarConstants.LF_DIR, "")
                .file("all/may/write", 0666, new byte[1])
                .file("all/run", 0777, new byte[1])
                .tar(directory.resolve("x.tar"));
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask " + umask + "; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Fetches.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static boolean give(Path path) {
        try {
            Files.setAttribute(path, "unix:uid", 54321, LinkOption.NOFOLLOW_LINKS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String mode(Path path) throws IOException {
        return Integer.toOctalString((Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & 0777);
    }
}
