package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who may look into the cache and change it: its user alone, whatever the umask was, or a group that was asked in. */
@DisabledOnOs(OS.WINDOWS)
final class CacheDirectoryTest {
    private final List<String> said = new ArrayList<>();
    private Path cache;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        cache = empty.resolve("local-repo/.cache/isolation");
    }

    @Test
    void aNewOneIsForItsUserAlone() throws IOException {
        require();
        assertEquals("700", mode(cache));
        require();
        assertEquals(List.of(), said);
    }

    @Test
    void oneThatOthersMayReadIsClosedAndKept() throws IOException {
        existing("755");
        require();
        assertEquals("700", mode(cache));
        assertTrue(Files.exists(cache.resolve("entries/words")));
        assertSaid("may be read by others (755); now it is for this user alone");
    }

    @Test
    void whatEverybodyMayHaveMadeIsNotUsed() throws IOException {
        existing("777");
        Files.createDirectories(cache.resolve("quarantine/old"));
        require();
        assertEquals("700", mode(cache));
        assertFalse(Files.exists(cache.resolve("entries")));
        assertSaid(
                "may be changed by others (777); now it is for this user alone. What was in it, anybody may have made");
        try (Stream<Path> kept = Files.walk(cache.resolve("quarantine"))) {
            assertEquals(
                    List.of("old", "words"),
                    kept.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("old|words"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aGroupThatWasNotAskedInIsLockedOutAndOneThatWasIsNot() throws IOException {
        existing("775");
        require();
        assertEquals("700", mode(cache));
        assertTrue(Files.exists(cache.resolve("entries/words")), "a user's own group is no stranger");
        said.clear();

        set(cache, "2775");
        require();
        assertEquals("2770", mode(cache));
        require();
        assertEquals(1, said.size(), said::toString);
    }

    /** {@code -Disolation.cacheDirectory=/tmp} as root would lock everybody out of it. */
    @Test
    void aDirectoryOfOtherThingsIsNeverClosed() throws IOException {
        existing("777");
        Files.createFile(cache.resolve("letters.txt"));
        assertRefused("and there are other things in it");
        Files.delete(cache.resolve("letters.txt"));
        set(cache, "1777");
        assertRefused("or it is meant for everybody");
        assertEquals("1777", mode(cache));
    }

    @Test
    void besidesOtherThingsOnlyWhatIsOursIsClosed() throws IOException {
        existing("755");
        Files.createFile(cache.resolve(".gitkeep"));
        require();
        assertEquals("755", mode(cache));
        assertEquals("700", mode(cache.resolve("cds")));
        set(cache.resolve("entries"), "777");
        assertRefused("may be changed by others in " + cache.resolve("entries"));
    }

    /** Needs a second user, whom only root can become. */
    @Test
    void somebodyElsesIsRefusedAndSoIsALinkOfTheirs() throws IOException {
        existing("700");
        assumeTrue(OtherUser.give(cache));
        assertRefused("belongs to '54321', who can change what is in it");

        Path own = Files.createDirectory(cache.resolveSibling("own"));
        cache = Files.createSymbolicLink(cache.resolveSibling("link"), own);
        require();
        assertTrue(OtherUser.give(cache));
        assertRefused("belongs to '54321'");
    }

    private void existing(String mode) throws IOException {
        Files.createDirectories(cache.resolve("entries/words"));
        set(cache, mode);
    }

    private void require() throws IOException {
        CacheDirectory.require(cache, said::add);
    }

    private void assertRefused(String why) {
        String message = assertThrows(IOException.class, this::require).getMessage();
        assertTrue(message.contains(why) && message.contains("isolation.cacheDirectory"), message);
    }

    private void assertSaid(String what) {
        assertEquals(1, said.size(), said::toString);
        assertTrue(said.get(0).contains(what), said::toString);
    }

    private static void set(Path path, String mode) throws IOException {
        Files.setAttribute(path, "unix:mode", Integer.parseInt(mode, 8));
    }

    private static String mode(Path path) throws IOException {
        return Integer.toOctalString((Integer) Files.getAttribute(path, "unix:mode") & 07777);
    }
}
