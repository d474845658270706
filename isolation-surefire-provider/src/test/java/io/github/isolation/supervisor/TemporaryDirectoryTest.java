package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fixture.FileTrees;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fork's temporary files are where a Unix domain socket has room, private, found again, and gone in the end. */
class TemporaryDirectoryTest {
    private final List<String> notices = new ArrayList<>();
    /** As short as that of a system; JUnit's may be longer than all that is said here allows. */
    private Path system;

    private Path deep;

    @BeforeEach
    void places() throws IOException {
        system = Files.createTempDirectory(Path.of("/tmp"), "t");
        deep = system.resolve("x".repeat(60)).resolve("y".repeat(90)).resolve("forks/1/tmp");
    }

    @AfterEach
    void remove() throws IOException {
        FileTrees.delete(system);
    }

    private TemporaryDirectory make(Path usual) throws IOException {
        return TemporaryDirectory.make(usual, system, notices::add);
    }

    @Test
    void aShortOneStaysInTheForksDirectoryForGood() throws IOException {
        Path usual = system.resolve("forks/1/tmp");
        try (TemporaryDirectory made = make(usual)) {
            assertEquals(usual, made.path());
        }
        assertTrue(Files.isDirectory(usual));
    }

    @Test
    void insteadOfALongOneThereIsOneWithRoomForASocketUntilTheEnd() throws IOException {
        Path place;
        try (TemporaryDirectory made = make(deep)) {
            place = made.path();
            Path socket = place.resolve("embedded-postgres-1234567890/.s.PGSQL.54321");
            Files.createDirectories(socket.resolveSibling(""));
            ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                    .bind(UnixDomainSocketAddress.of(socket))
                    .close();
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(place.resolveSibling("")));
        }
        assertFalse(Files.exists(place.resolveSibling("")));
        assertEquals(List.of(), notices);
    }

    @Test
    void lengthIsCountedInBytes() throws IOException {
        Path usual = system.resolve("\u4e2d".repeat(30));
        try (TemporaryDirectory made = make(usual)) {
            assertNotEquals(usual, made.path());
        }
    }

    @Test
    void whatAKilledRunLeftIsFoundAndEmptied() throws IOException {
        Path left;
        try (TemporaryDirectory made = make(deep)) {
            left = made.path();
        }
        Files.createDirectories(left);
        Files.setPosixFilePermissions(left.resolveSibling(""), PosixFilePermissions.fromString("rwx------"));
        Files.writeString(left.resolve("left"), "");
        try (TemporaryDirectory made = make(deep)) {
            assertEquals(left, made.path());
            assertFalse(Files.exists(left.resolve("left")));
        }
    }

    /** In two containers, say, that have the same paths and share the system's directory. */
    @Test
    void twoAtOnceHaveTwo() throws IOException {
        try (TemporaryDirectory one = make(deep)) {
            Files.writeString(one.path().resolve("in-use"), "");
            try (TemporaryDirectory other = make(deep)) {
                assertNotEquals(one.path(), other.path());
                assertTrue(Files.exists(one.path().resolve("in-use")));
            }
        }
    }

    /** A name that can be told in advance is one that others can take in advance. */
    @Test
    void whatOthersMayEnterOrLeadsElsewhereIsNotUsed() throws IOException {
        Path place;
        try (TemporaryDirectory made = make(deep)) {
            place = made.path().resolveSibling("");
        }
        Path elsewhere = Files.createDirectories(system.resolve("elsewhere"));
        Files.writeString(Files.createDirectories(elsewhere.resolve("t")).resolve("precious"), "");
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(place, elsewhere);
        assertIsNotUsed(place);
        assertTrue(Files.exists(elsewhere.resolve("t/precious")));

        Files.delete(place);
        Files.createDirectory(place);
        Files.writeString(place.resolve("trap"), "");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertIsNotUsed(place);
    }

    private void assertIsNotUsed(Path place) throws IOException {
        try (TemporaryDirectory made = make(deep)) {
            assertFalse(made.path().startsWith(place));
            assertTrue(made.path().startsWith(system));
        }
    }

    @Test
    void whereThereIsNoShorterOneALineSaysSo() throws IOException {
        try (TemporaryDirectory made =
                TemporaryDirectory.make(deep, system.resolve("no").resolve("such"), notices::add)) {
            assertEquals(deep, made.path());
        }
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("A shorter one cannot be made: "), notices::toString);
    }
}
