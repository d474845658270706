package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports of forks, on the real network of this machine. */
final class PortBookTest {
    @TempDir
    private Path directory;

    @Test
    void twoBlocksNeverShareAPortUntilOneIsClosed() throws IOException {
        PortBlock one = PortBlock.acquire();
        int first = one.first();
        try (PortBlock other = PortBlock.acquire()) {
            assertTrue(Math.abs(first - other.first()) >= PortBlock.SIZE, first + " and " + other.first());
        }
        one.close();
        try (PortBlock again = PortBlock.acquire()) {
            assertTrue(again.first() <= first, again::toString);
        }
    }

    @Test
    void aNameKeepsItsPortAlsoForTheNextWorker() throws IOException {
        try (PortBlock block = PortBlock.acquire()) {
            int http = book(block).port("http");
            try (ServerSocket server = new ServerSocket(http)) {
                assertEquals(http, book(block).port("http"), server::toString);
                assertNotEquals(http, book(block).port("jmx"));
            }
        }
    }

    @Test
    void whoWantsAnotherKeepsThatOne() throws IOException {
        try (PortBlock block = PortBlock.acquire()) {
            int first = book(block).port("http");
            int other = book(block).another("http");
            assertNotEquals(first, other);
            assertEquals(other, book(block).port("http"));
        }
    }

    @Test
    void whatSomebodyElseListensOnIsLeftAlone() throws IOException {
        try (PortBlock block = PortBlock.acquire();
                ServerSocket stranger = new ServerSocket(block.first() + 1, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(book(block).port("http") > stranger.getLocalPort());
        }
    }

    @Test
    void whenAllAreGivenAwayItSaysSo() throws IOException {
        try (PortBlock block = PortBlock.acquire()) {
            Set<Integer> given = new HashSet<>();
            IOException refusal = assertThrows(IOException.class, () -> {
                for (int i = 0; i < PortBlock.SIZE; i++) {
                    given.add(book(block).port("p" + i));
                }
            });
            assertTrue(given.size() > PortBlock.SIZE / 2, given::toString);
            assertTrue(given.stream().allMatch(port -> port > block.first() && port < block.first() + PortBlock.SIZE));
            assertTrue(refusal.getMessage().contains("it has given away " + given.size()), refusal::getMessage);
        }
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PortBook(directory.resolve("book"), 1).port("a b"));
    }

    private PortBook book(PortBlock block) {
        return new PortBook(directory.resolve("book"), block.first());
    }
}
