package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a worker said is lost with it, and nothing is heard twice. */
class WorkerSourceTest {
    private static final byte[] SENT = {1, 2, 3};
    private static final byte[] KEPT = {4};

    private final Journal journal = Journal.ofThisProcess();
    private SocketChannel worker;
    private SocketChannel supervisor;
    private WorkerSource source;
    private Frames frames;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            worker = SocketChannel.open(server.getLocalAddress());
            supervisor = server.accept();
        }
        source = new WorkerSource(supervisor);
        frames = new Frames(source, supervisor);
    }

    @AfterEach
    void disconnect() throws IOException {
        worker.close();
        supervisor.close();
    }

    @Test
    void whatWasKeptComesAfterWhatWasSent() throws IOException {
        say(SENT);
        send(7);
        journal.sent(0);
        say(KEPT);
        worker.close();
        hears(SENT, KEPT);
    }

    @Test
    void whoDiesWhileSendingIsHeardOnce() throws IOException {
        say(SENT);
        say(KEPT);
        send(9);
        worker.close();
        hears(SENT, KEPT);
    }

    @Test
    void whoHoldsTheSocketOfTheDeadOpenKeepsNobodyWaiting() throws IOException {
        say(SENT);
        send(7);
        journal.sent(0);
        say(KEPT);
        source.continueWith(journal);
        Thread process = Threads.daemon("end of a process", source::endWithProcess);
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> hears(SENT, KEPT));
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> process.join());
    }

    @Test
    void withoutAJournalNothingIsThrownAwayThatWasSent() throws IOException {
        say(SENT);
        send(7);
        source.endWithProcess();
        worker.close();
        assertArrayEquals(SENT, frames.read());
        assertNull(frames.read());
    }

    @Test
    void aWorkerThatCouldNotUseItsJournalIsHeardToItsEnd() throws IOException {
        say(SENT);
        send(7);
        source.continueWith(Journal.ofThisProcess());
        source.endWithProcess();
        worker.close();
        assertArrayEquals(SENT, frames.read());
        assertNull(frames.read());
    }

    private void hears(byte[]... all) throws IOException {
        source.continueWith(journal);
        for (byte[] frame : all) {
            assertArrayEquals(frame, frames.read());
        }
        assertNull(frames.read());
    }

    private void say(byte[] frame) {
        journal.add(frame);
    }

    private void send(int bytes) throws IOException {
        ByteBuffer unsent = journal.unsent().limit(bytes);
        while (unsent.hasRemaining()) {
            worker.write(unsent);
        }
    }
}
