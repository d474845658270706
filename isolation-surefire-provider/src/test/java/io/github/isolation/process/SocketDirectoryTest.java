package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.Jvm;
import io.github.isolation.fork.OtherUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a killed supervisor leaves among the temporary files, the next one removes; what a living one has, it leaves alone. */
@DisabledOnOs(OS.WINDOWS)
final class SocketDirectoryTest {
    /** A socket's path must be short, and that of a test's own directory is not. */
    private Path temporary;

    @BeforeEach
    void makeShortDirectory() throws IOException {
        temporary = Files.createTempDirectory(Path.of("/tmp"), "i");
    }

    @AfterEach
    void remove() throws IOException {
        FileTrees.delete(temporary);
    }

    @Test
    void directoryOfTheDeadIsRemovedAndThatOfTheLivingIsNot() throws Exception {
        Process living = Jvm.start(OpensDoor.class, temporary.toString());
        Process killed = Jvm.start(OpensDoor.class, temporary.toString());
        try (SocketDirectory own = SocketDirectory.create(temporary)) {
            Path alive = Path.of(firstLine(living));
            Path dead = Path.of(firstLine(killed));
            Path strange = Files.createDirectory(temporary.resolve("isolation-of-somebody-else"));
            Files.createFile(own.socket());
            own.sweep();
            assertTrue(Files.exists(dead), "alive so far");

            killed.destroyForcibly().waitFor();
            assertTrue(Files.exists(dead), "nobody removed it on the way out");
            own.sweep();
            assertFalse(Files.exists(dead.getParent()));
            assertTrue(Files.exists(alive) && Files.exists(own.socket()) && Files.exists(strange));
            living.getOutputStream().close();
            assertEquals(0, living.waitFor());
            assertFalse(Files.exists(alive.getParent()), "it removes its own");
        } finally {
            living.destroyForcibly();
            killed.destroyForcibly();
        }
    }

    @Test
    void aProcessWithTwoDoesNotLoseTheFirstByTheSecond() throws Exception {
        Process living = Jvm.start(OpensDoor.class, temporary.toString(), "twice");
        try (SocketDirectory own = SocketDirectory.create(temporary)) {
            Path alive = Path.of(firstLine(living));
            Files.createFile(own.socket());
            own.sweep();
            assertTrue(Files.exists(alive));
            living.getOutputStream().close();
            assertEquals(0, living.waitFor());
        } finally {
            living.destroyForcibly();
        }
    }

    @Test
    void nothingBehindALinkIsRemovedWhoeverMadeIt() throws Exception {
        Path precious = left(temporary.resolve("precious"));
        Files.createSymbolicLink(temporary.resolve("isolation1234567890"), precious);
        Path withLinks = Files.createDirectory(temporary.resolve("isolation42"));
        bind(withLinks.resolve("s"));
        Files.createSymbolicLink(withLinks.resolve("lock"), precious.resolve("lock"));

        sweep();

        assertEquals(List.of("j1", "lock", "s"), names(precious));
        assertEquals(List.of("lock", "s"), names(withLinks));
    }

    @Test
    void whatHasOtherNamesOrIsOfAnotherKindIsNobodysLeftover() throws Exception {
        Path otherName = left(temporary.resolve("isolation-notes"));
        Path noSocket = Files.createDirectory(temporary.resolve("isolation1"));
        Files.createFile(noSocket.resolve("s"));
        Files.createFile(noSocket.resolve("lock"));
        Path more = left(temporary.resolve("isolation2"));
        Files.createFile(more.resolve("journal.txt"));
        Path deeper = left(temporary.resolve("isolation3"));
        Files.createDirectory(deeper.resolve("j7"));
        Path left = left(temporary.resolve("isolation4"));

        sweep();

        assertEquals(List.of("j1", "lock", "s"), names(otherName));
        assertEquals(List.of("lock", "s"), names(noSocket));
        assertEquals(List.of("j1", "journal.txt", "lock", "s"), names(more));
        assertEquals(List.of("j1", "j7", "lock", "s"), names(deeper));
        assertFalse(Files.exists(left), "and what is a leftover goes");
    }

    /** Needs a second user, whom only root can become. */
    @Test
    void whatAnotherUserHasMadeStays() throws Exception {
        Path precious = left(temporary.resolve("precious"));
        Path theirs = left(temporary.resolve("isolation77"));
        Path link = Files.createSymbolicLink(temporary.resolve("isolation78"), precious);
        assumeTrue(OtherUser.give(theirs) && OtherUser.give(link));

        sweep();

        assertEquals(List.of("j1", "lock", "s"), names(precious));
        assertEquals(List.of("j1", "lock", "s"), names(theirs));
    }

    /** As a supervisor leaves it that is killed. */
    private static Path left(Path directory) throws IOException {
        Files.createDirectory(directory);
        bind(directory.resolve("s"));
        Files.createFile(directory.resolve("lock"));
        Files.createFile(directory.resolve("j1"));
        return directory;
    }

    private static void bind(Path socket) throws IOException {
        try (ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            unix.bind(UnixDomainSocketAddress.of(socket));
        }
    }

    private void sweep() throws IOException {
        try (SocketDirectory own = SocketDirectory.create(temporary)) {
            own.sweep();
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String firstLine(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
