package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.Jvm;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.ReportKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tests do to a worker costs no result: it is said, with less if need be, or the worker ends and that is seen. */
class TroubledWorkerTest {
    private static final int UNHEARD = 71;

    private int status;

    @Test
    void aTestThatThrowsWhatCannotBePrintedHasFailed() throws Exception {
        Reported failed = onlyReport(talk("cannot-be-printed"));
        assertEquals(ReportKind.FAILED, failed.kind());
        assertEquals("t", failed.report().name());
        assertTrue(failed.report().trace().text().contains("IllegalStateException"), failed::toString);
        assertEquals(0, status);
    }

    @Test
    void aTestWhoseTraceTakesMoreMemoryThanThereIsHasFailed() throws Exception {
        Reported failed = onlyReport(talk("no-memory-for-the-trace"));
        assertEquals(ReportKind.FAILED, failed.kind());
        assertTrue(failed.report().trace().text().contains("OutOfMemoryError"), failed::toString);
        assertEquals(0, status);
    }

    @Test
    void aResultThatCannotBeSaidAtAllIsACrash() throws Exception {
        assertEquals(List.of(), reports(talk("cannot-be-named")));
        assertEquals(UNHEARD, status);
    }

    /** JUnit would log it and go on. */
    @Test
    void aTestThatCannotBeFollowedIsACrash() throws Exception {
        talk("listener-out-of-memory");
        assertEquals(UNHEARD, status);
    }

    @Test
    void aFaultBesideTheTestsIsALineAndOnlyOneOfItsKind() throws Exception {
        List<String> lines = talk("faults").stream()
                .map(event -> event instanceof Logged logged ? logged.message() : "")
                .filter(line -> line.contains("could not"))
                .toList();
        assertEquals(4, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("could not look: java.lang.IllegalStateException: first"), lines::toString);
        assertTrue(lines.get(1).contains("StackOverflowError"), lines::toString);
        assertTrue(lines.get(2).contains("could not measure"), lines::toString);
        assertTrue(lines.get(3).contains("TalksBadly$CannotBePrinted"), lines::toString);
        assertEquals(0, status);
    }

    private static Reported onlyReport(List<Event> heard) {
        List<Reported> reports = reports(heard);
        assertEquals(1, reports.size(), heard::toString);
        return reports.get(0);
    }

    private static List<Reported> reports(List<Event> heard) {
        return heard.stream()
                .filter(event -> event instanceof Reported)
                .map(event -> (Reported) event)
                .toList();
    }

    /** All that the worker says until it ends. */
    private List<Event> talk(String trouble) throws Exception {
        List<Event> heard = new ArrayList<>();
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String endpoint = new Endpoint(server.getLocalAddress(), "secret", null).toConnectionString();
            Process worker = Jvm.start(TalksBadly.class, trouble, endpoint);
            try (SocketChannel peer = server.accept()) {
                Frames frames = new Frames(peer, peer);
                for (byte[] frame = frames.read(); frame != null; frame = frames.read()) {
                    heard.add(EventCodec.decode(Numbered.message(frame)));
                }
                status = worker.waitFor();
            } finally {
                worker.destroyForcibly();
            }
        }
        return heard;
    }
}
