package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Bye;
import io.github.isolation.protocol.Event.Hello;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Pong;
import io.github.isolation.protocol.Event.Retiring;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker's end of the wire, with a supervisor at the other end, and a JVM that only notes how it would have ended. */
class WorkerChannelTest {
    private final Ends jvm = new Ends();
    private ServerSocketChannel server;
    private WorkerChannel channel;
    private SocketChannel peer;
    private Frames frames;
    private long heard;
    private long said;

    @TempDir
    Path directory;

    @BeforeEach
    void connect() throws IOException {
        connect(null);
    }

    private void connect(Path journal) throws IOException {
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel = WorkerChannel.connect(new Endpoint(server.getLocalAddress(), "secret", journal), jvm);
        peer = server.accept();
        frames = new Frames(peer, peer);
        heard = 0;
        said = 0;
    }

    @AfterEach
    void close() throws IOException {
        channel.close();
        peer.close();
        server.close();
    }

    @Test
    void itGreetsFirst() throws IOException {
        assertEquals(
                new Hello(Protocol.VERSION, "secret", ProcessHandle.current().pid()), hear());
    }

    @Test
    void whatIsSaidArrivesInOrderAndIsCounted() throws IOException {
        hear();
        channel.send(new Event.NextTest(3));
        channel.tell(line("hello"));
        assertEquals(new Event.NextTest(3), hear());
        assertEquals(line("hello"), hear());
        assertEquals(3, heard);
    }

    @Test
    void whatTheSupervisorSaysIsTaken() throws IOException {
        say(new Command.RunClass("p.A", 1));
        say(new Command.EndOfTests());
        assertEquals(new Command.RunClass("p.A", 1), channel.receive());
        assertEquals(new Command.EndOfTests(), channel.receive());
    }

    /** What was lost before is noticed now. */
    @Test
    void aPingIsAnswered() throws IOException {
        hear();
        say(new Command.Ping());
        assertEquals(new Command.Ping(), channel.receive());
        assertEquals(new Pong(), hear());
    }

    @Test
    void aWorkerDoesNotOutliveItsSupervisor() throws IOException {
        peer.close();
        assertThrows(Ended.class, channel::receive);
        assertEquals(List.of("descendants", "halt 1"), jvm.how);
    }

    /** One that is killed before it has read everything resets the connection. */
    @Test
    void norOneThatHasNotHeardItOut() throws IOException {
        channel.tell(line("unheard"));
        peer.setOption(StandardSocketOptions.SO_LINGER, 0);
        peer.close();
        assertThrows(Ended.class, channel::receive);
        assertEquals(List.of("descendants", "halt 1"), jvm.how);
    }

    @Test
    void afterTheGoodbyeAnEndIsTheBootersBusiness() throws IOException {
        channel.send(new Bye());
        assertTrue(channel.hasSaidBye());
        peer.setOption(StandardSocketOptions.SO_LINGER, 0);
        peer.close();
        assertThrows(IOException.class, channel::receive);
        assertEquals(List.of(), jvm.how);
    }

    @Test
    void aCommandThatIsMissingIsTheEndOfThisWorker() throws IOException {
        hear();
        said = 1;
        say(new Command.EndOfTests());
        assertThrows(Ended.class, channel::receive);
        assertEquals(List.of("halt 1"), jvm.how);
        assertTrue(((Logged) hear()).message().contains("command 2 came to a worker where 1 was expected"));
    }

    @Test
    void whoRetiresSaysWhyAndEndsWhenThatWasHeard() throws Exception {
        hear();
        Thread testing = new Thread(() -> {
            try {
                channel.retire("after a failure");
            } catch (Ended e) {
                jvm.over.add("over");
            }
        });
        testing.setDaemon(true);
        testing.start();
        assertEquals(new Retiring("after a failure"), hear());
        assertEquals(List.of(), jvm.how, "not before it was acknowledged");

        testing.interrupt(); // as a test that is over may have done
        Thread listening = new Thread(channel::retirementAcknowledged);
        listening.setDaemon(true);
        listening.start();
        assertEquals("over", jvm.over.take());
        assertEquals(List.of("exit"), jvm.how);
        listening.interrupt();
        listening.join();
    }

    @Test
    void whatMustBeKnownAndCannotBeSaidIsACrash() {
        assertThrows(Ended.class, () -> channel.giveUp("send a result", new OutOfMemoryError("as if")));
        assertEquals(List.of("crash: could not send a result"), jvm.how);
    }

    @Test
    void whoHasSaidAllHasNothingToGiveUp() throws IOException {
        channel.send(new Bye());
        channel.giveUp("send a result", new OutOfMemoryError("as if"));
        assertEquals(List.of(), jvm.how);
    }

    @Test
    void whoHasHungUpHasNothingToGiveUp() throws IOException {
        channel.close();
        channel.giveUp("send a result", new OutOfMemoryError("as if"));
        assertEquals(List.of(), jvm.how);
    }

    /** It would be a fault of ours, and a test without a result is an error: this is how it is known. */
    @Test
    void whatIsTooLongForAFrameIsALineThatFailsTheBuild() throws IOException {
        hear();
        channel.send(line("x".repeat(Protocol.MAX_FRAME)));
        Logged told = (Logged) hear();
        assertEquals(LogLevel.ERROR, told.level());
        assertTrue(told.message().startsWith("isolation: what a worker had to say cannot be passed on (Logged)"));
        channel.send(new Event.NextTest(-1));
        assertEquals(new Event.NextTest(-1), hear(), "and the next one has the next number");
    }

    @Test
    void aJournalThatCannotBeOpenedMakesItSlowerWhichIsSaid() throws IOException {
        close();
        connect(directory.resolve("no-such-journal"));
        hear();
        Logged told = (Logged) hear();
        assertTrue(told.message().startsWith("isolation: a worker sends every event by itself, which is slower"));
    }

    @Test
    void whatMayWaitIsInTheJournalAtOnce() throws IOException {
        close();
        Path file = directory.resolve("journal");
        Journal journal = Journal.create(file);
        connect(file);
        hear();
        long before = journal.end();
        channel.tell(new Event.Began("[engine:e]", true));
        assertTrue(journal.end() > before, "so that it is known whatever becomes of this JVM");
        assertEquals(new Event.Began("[engine:e]", true), hear());
    }

    @Test
    void aSupervisorThatIsGoneIsSeenByWhoSpeaksAndCanDoSomething() throws IOException {
        channel.close();
        assertThrows(IOException.class, () -> channel.send(line("unheard")));
        channel.tell(line("unheard"));
        assertFalse(channel.hasSaidBye());
        assertNull(jvm.over.poll());
    }

    private static Logged line(String text) {
        return new Logged(LogLevel.INFO, text, null);
    }

    private void say(Command command) throws IOException {
        said++;
        frames.write(Numbered.frame(said, CommandCodec.encode(command)));
    }

    private Event hear() throws IOException {
        byte[] frame = frames.read();
        heard++;
        assertEquals(heard, Numbered.number(frame));
        return EventCodec.decode(Numbered.message(frame));
    }

    /** Thrown where this JVM would end. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Notes how. */
    private static final class Ends implements JvmEnd {
        final List<String> how = new CopyOnWriteArrayList<>();
        final BlockingQueue<String> over = new LinkedBlockingQueue<>();

        @Override
        public void crash(String what, Throwable why, Closeable connection) {
            how.add("crash: could not " + what);
            throw new Ended();
        }

        @Override
        public void endDescendants() {
            how.add("descendants");
        }

        @Override
        public void halt(int status) {
            how.add("halt " + status);
            throw new Ended();
        }

        @Override
        public void exit() {
            how.add("exit");
            throw new Ended();
        }
    }
}
