package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** Who does not greet has to go in the end, and before that if there are many. */
final class PendingConnectionsTest {
    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();

    @Test
    void whoDoesNotGreetInTimeIsSentAway() throws IOException {
        PendingConnections strangers = new PendingConnections(new Listens(), Duration.ofMillis(1));
        SocketChannel silent = SocketChannel.open();
        strangers.came(silent, 0);
        assertEquals("isolation: a connection that is no worker's was refused: it did not greet within 0 s", warning());
        assertFalse(silent.isOpen());
        assertFalse(strangers.left(silent), "whoever reads from it has nothing to tell");
    }

    @Test
    void theOldestHasToGoWhereThereAreTooManyAndWorkersHaveRoom() throws IOException {
        PendingConnections strangers = new PendingConnections(new Listens(), Duration.ofDays(1));
        List<SocketChannel> all = new ArrayList<>();
        for (int i = 0; i < 66; i++) {
            all.add(SocketChannel.open());
            strangers.came(all.get(i), 2);
        }
        assertTrue(all.stream().allMatch(SocketChannel::isOpen));
        assertTrue(strangers.left(all.get(0)), "it has greeted");
        for (int i = 66; i < 76; i++) {
            all.add(SocketChannel.open());
            strangers.came(all.get(i), 2);
        }
        assertTrue(all.get(0).isOpen());
        assertEquals(9, all.stream().filter(channel -> !channel.isOpen()).count());
        assertFalse(all.get(9).isOpen());
        assertEquals(5, warnings.size());
        for (SocketChannel channel : all) {
            channel.close();
        }
    }

    private String warning() {
        return assertTimeoutPreemptively(Duration.ofMinutes(1), warnings::take);
    }

    private final class Listens implements WorkerObserver {
        @Override
        public void failed(Throwable thrown) {
            warnings.add("failed: " + thrown);
        }

        @Override
        public void heard(int serial, List<Said> events, int bytes) {}

        @Override
        public void garbled(int serial, String message) {}

        @Override
        public void channelEnded(int serial) {}

        @Override
        public void line(int serial, String line, boolean stdout) {}

        @Override
        public void exited(int serial, int status) {}

        @Override
        public void warning(String message) {
            warnings.add(message);
        }
    }
}
