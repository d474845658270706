package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.CommandCodec;
import io.github.isolation.protocol.Endpoint;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Frames;
import io.github.isolation.protocol.Journal;
import io.github.isolation.protocol.Numbered;
import io.github.isolation.protocol.Protocol;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Processes that workers are, and their connections. A shell stands for the JVM, and this test for what is said in it. */
@DisabledOnOs(OS.WINDOWS)
class WorkersTest {
    private static final String WAITS = "exec sleep 1000";

    private final Notes notes = new Notes();
    private final Shell shell = new Shell();
    private final List<SocketChannel> connections = new ArrayList<>();
    private Workers workers;

    @BeforeEach
    void open() throws IOException {
        workers = new Workers(shell, notes);
    }

    @AfterEach
    void close() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
        workers.destroyAll();
        workers.close();
    }

    @Test
    void whatAProcessPrintsIsHeardBeforeItsEnd() throws InterruptedException {
        launch(1, "echo to the console; echo to the log >&2; exit 3");
        List<String> before = notes.await("1 exited 3");
        assertEquals(Set.of("1 out: to the console", "1 err: to the log"), Set.copyOf(before));
    }

    /** Nobody else would ever tell the end of its channel. */
    @Test
    void aProcessThatNeverConnectedHasNoChannelEither() throws InterruptedException {
        launch(1, "exit 0");
        notes.await("1 exited 0");
        assertEquals(List.of(), notes.await("1 channel ended"));
    }

    @Test
    void everyEndOfLineIsOneAndTheLastOneMayBeMissing() throws InterruptedException {
        launch(1, "printf 'a\\r\\nb\\rc\\n\\nd'");
        assertEquals(List.of("1 out: a", "1 out: b", "1 out: c", "1 out: ", "1 out: d"), notes.await("1 exited 0"));
    }

    @Test
    void whatHasNoEndOfLineComesInPieces() throws InterruptedException {
        launch(1, "head -c 70000 /dev/zero | tr '\\0' x; echo end");
        List<String> lines = notes.await("1 exited 0");
        assertEquals(2, lines.size());
        assertEquals("1 out: ".length() + (64 << 10), lines.get(0).length());
        assertTrue(lines.get(1).endsWith("xend"), "the rest");
    }

    @Test
    void aWorkerIsAskedToEndOrMadeTo() throws InterruptedException {
        launch(1, WAITS);
        workers.destroy(1, false);
        notes.await("1 exited 143");
        launch(2, "trap '' TERM; echo ready; sleep 1000");
        notes.await("2 out: ready");
        workers.destroy(2, true);
        notes.await("2 exited 137");
    }

    @Test
    void byForceItTakesWhatItHasStartedAlong() throws InterruptedException {
        launch(1, "sleep 1000 & echo $!; wait");
        long child = childOf(1);
        workers.destroy(1, true);
        notes.await("1 exited "); // by itself, if it sees the end of its child first
        awaitEnd(child);
    }

    @Test
    void allAreEndedAtOnce() throws InterruptedException {
        launch(1, "sleep 1000 & echo $!; wait");
        launch(2, "sleep 1000 & echo $!; wait");
        List<Long> children = new ArrayList<>();
        while (children.size() < 2) {
            notes.all.stream()
                    .filter(line -> line.matches("[12] out: \\d+"))
                    .map(line -> Long.valueOf(line.substring("1 out: ".length())))
                    .filter(pid -> !children.contains(pid))
                    .forEach(children::add);
            Thread.onSpinWait();
        }
        workers.destroyAll();
        for (long child : children) {
            awaitEnd(child);
        }
    }

    /** A server that a worker left behind, when it is gone. */
    @Test
    void whatAWorkerHasLeftBehindIsEndedIfSomebodyAsks() throws InterruptedException {
        launch(1, "sleep 1000 >/dev/null 2>&1 & echo $!");
        long orphan = childOf(1);
        notes.await("1 exited 0");
        assertTrue(isAlive(orphan), "it leaves in the ordinary way");
        workers.endOrphans(1);
        awaitEnd(orphan);
    }

    @Test
    void aJvmCanBeToldToShowItsThreads() throws InterruptedException {
        shell.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Waits.class.getName());
        workers.launch(1, 1, false);
        notes.await("1 out: ready");
        workers.quit(1);
        notes.await("1 out: \"main\"");
    }

    /** Other threads start workers, after they have prepared what these need. */
    @Test
    void whoIsNotWantedBeforeItIsStartedNeverIs() throws InterruptedException {
        workers.destroy(1, false);
        launch(1, "echo started");
        assertEquals(List.of("1 channel ended"), notes.await("1 exited -1"));
    }

    @Test
    void whoIsNotWantedWhileItIsPreparedIsEndedAsSoonAsItIsThere() throws InterruptedException {
        shell.whilePreparing = () -> workers.destroy(1, false);
        launch(1, WAITS);
        notes.await("1 exited 137");
    }

    @Test
    void onceAllAreAbandonedNobodyIsStarted() throws InterruptedException {
        shell.whilePreparing = workers::abandon;
        launch(1, WAITS);
        notes.await("1 exited 137");
        launch(2, "echo started");
        notes.await("2 exited -1");
    }

    @Test
    void ofAWorkerThatNobodyKnowsNothingIsWanted() {
        workers.send(9, new Command.Ping());
        workers.quit(9);
        workers.destroy(9, true);
        workers.endOrphans(9);
        assertEquals(List.of(), notes.all);
    }

    @Test
    void aCommandThatIsNoneIsAWorkerThatDidNotStart() throws InterruptedException {
        shell.ownSession = false; // or it would be the shell's business
        shell.command = List.of("/no/such/program");
        workers.launch(1, 1, false);
        List<String> before = notes.await("1 exited -1");
        assertTrue(before.get(0).contains("/no/such/program"), before::toString);
        assertEquals("1 channel ended", before.get(1));
    }

    @Test
    void aWorkerHasAMarkOfItsOwnAndNoInput() throws InterruptedException {
        launch(1, "cat; echo mark $MARK");
        assertEquals(List.of("1 out: mark m1"), notes.await("1 exited 0"));
    }

    @Test
    void whoGreetsIsHeardAndHears() throws Exception {
        launch(1, WAITS);
        Frames frames = greet(1);
        notes.await("1 says 1 Hello");
        say(frames, 2, new Event.NextTest(-1));
        notes.await("1 says 2 " + new Event.NextTest(-1));

        workers.send(1, new Command.Ping());
        workers.send(1, new Command.EndOfTests());
        assertEquals(new Command.Ping(), hear(frames, 1));
        assertEquals(new Command.EndOfTests(), hear(frames, 2));

        connections.get(0).close();
        notes.await("1 channel ended");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidOfTheWorkerThatSaidIt() throws Exception {
        launch(1, WAITS);
        Frames frames = greet(1);
        frames.write(Numbered.frame(2, new byte[] {99}));
        List<String> before = notes.await("1 garbled: ");
        assertTrue(before.stream().noneMatch(line -> line.startsWith("warning")), before::toString);
        notes.await("1 channel ended");
    }

    @Test
    void whatCannotBeSaidEndsAWorkerThatWouldWaitForIt() throws Exception {
        launch(1, WAITS);
        greet(1);
        notes.await("1 says 1 Hello");
        workers.send(1, new Command.RunClass("x".repeat(Protocol.MAX_FRAME), 1));
        notes.await("1 garbled: a frame of ");
    }

    @Test
    void whoDoesNotGreetAsAWorkerIsSentAway() throws Exception {
        launch(1, WAITS);
        Endpoint server = shell.endpoints.get(1);
        refused(server, 1, new Event.Pong(), "a worker begins with Hello, not with Pong");
        refused(server, 2, hello(server.secret(), Protocol.VERSION), "a worker counts from 1, not from 2");
        refused(
                server,
                1,
                hello(server.secret(), Protocol.VERSION + 1),
                "protocol version " + Protocol.VERSION + " is spoken here, not " + (Protocol.VERSION + 1));
        refused(server, 1, hello("guessed", Protocol.VERSION), "its secret belongs to no worker that is expected");
        greet(1);
        notes.await("1 says 1 Hello");
        refused(
                server,
                1,
                hello(server.secret(), Protocol.VERSION),
                "its secret belongs to no worker that is expected");
    }

    /** What it has not sent yet is read there, whatever becomes of it. */
    @Test
    void aWorkerHasAJournalWhoseNameIsGoneWhenBothHaveIt() throws Exception {
        shell.keepsJournal = true;
        launch(1, WAITS);
        Endpoint server = shell.endpoints.get(1);
        Journal journal = Journal.open(server.journal());
        Event late = new Event.NextTest(7);
        byte[] hello = Numbered.frame(1, EventCodec.encode(hello(server.secret(), Protocol.VERSION)));
        journal.add(hello);
        Frames frames = greet(1);
        journal.sent(0);
        notes.await("1 says 1 Hello");
        assertFalse(Files.exists(server.journal()));

        journal.add(Numbered.frame(2, EventCodec.encode(late)));
        assertTrue(frames.consumed() == 0);
        connections.get(0).close();
        notes.await("1 says 2 " + late);
        notes.await("1 channel ended");
    }

    private void launch(int serial, String script) {
        shell.command = List.of("sh", "-c", script);
        workers.launch(serial, 1, false);
    }

    private long childOf(int serial) throws InterruptedException {
        String prefix = serial + " out: ";
        notes.await(prefix);
        return Stream.of(notes.all.toArray(String[]::new))
                .filter(line -> line.startsWith(prefix))
                .map(line -> Long.valueOf(line.substring(prefix.length())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    }

    private static Event.Hello hello(String secret, int version) {
        return new Event.Hello(version, secret, 4711);
    }

    private Frames greet(int serial) throws IOException {
        Endpoint server = shell.endpoints.get(serial);
        Frames frames = connect(server);
        say(frames, 1, hello(server.secret(), Protocol.VERSION));
        return frames;
    }

    private Frames connect(Endpoint server) throws IOException {
        SocketChannel socket = SocketChannel.open(server.address());
        connections.add(socket);
        return new Frames(socket, socket);
    }

    private void refused(Endpoint server, long number, Event first, String why) throws Exception {
        Frames frames = connect(server);
        say(frames, number, first);
        assertNull(frames.read());
        notes.await("warning: ");
        String told = notes.all.stream()
                .filter(line -> line.startsWith("warning"))
                .reduce((a, b) -> b)
                .orElseThrow();
        assertTrue(told.contains(why), told);
    }

    private static void say(Frames frames, long number, Event event) throws IOException {
        frames.write(Numbered.frame(number, EventCodec.encode(event)));
    }

    private static Command hear(Frames frames, long number) throws IOException {
        byte[] frame = frames.read();
        assertEquals(number, Numbered.number(frame));
        return CommandCodec.decode(Numbered.message(frame));
    }

    /** Until it is ended. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("ready");
            new CountDownLatch(1).await();
        }
    }

    /** Starts what a test wants, and knows where it would connect. */
    private static final class Shell implements Blueprint {
        final ConcurrentHashMap<Integer, Endpoint> endpoints = new ConcurrentHashMap<>();
        List<String> command = List.of();
        Runnable whilePreparing = () -> {};
        boolean keepsJournal;
        boolean ownSession = true;

        @Override
        public String nonceVariable() {
            return "MARK";
        }

        @Override
        public boolean hasOwnSession() {
            return ownSession;
        }

        @Override
        public boolean keepsJournal() {
            return keepsJournal;
        }

        @Override
        public ProcessBuilder prepare(int serial, int lane, boolean spare, Endpoint endpoint) {
            endpoints.put(serial, endpoint);
            whilePreparing.run();
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("MARK", "m" + serial);
            return builder;
        }
    }
}
