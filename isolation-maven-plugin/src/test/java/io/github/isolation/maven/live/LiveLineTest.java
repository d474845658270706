package io.github.isolation.maven.live;

import static io.github.isolation.maven.live.StatusLine.ERASE;
import static io.github.isolation.maven.live.StatusLine.NO_WRAP;
import static io.github.isolation.maven.live.StatusLine.WRAP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.maven.live.TerminalStreams.Place;
import io.github.isolation.record.ClassEndFact;
import io.github.isolation.record.ClassFact;
import io.github.isolation.record.Fact;
import io.github.isolation.record.RunFact;
import io.github.isolation.record.TestFact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the beginning of the tests to their end, with a clock that stands still unless it is moved. */
class LiveLineTest {
    private static final String PID = Long.toString(ProcessHandle.current().pid());

    @TempDir
    Path directory;

    private long nanos = 77;
    private final FakeStreams streams = new FakeStreams();
    private final List<Throwable> complaints = new ArrayList<>();
    private final LiveLine line =
            new LiveLine(streams, UTF_8, 79, () -> nanos, ignored -> new Thread(), complaints::add);

    /** Of a terminal; what prints there and what is shown there come out in one place. */
    private static final class FakeStreams implements TerminalStreams {
        private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        private final Map<Place, PrintStream> streams = new EnumMap<>(Place.class);

        FakeStreams() {
            for (Place place : Place.values()) {
                streams.put(place, new PrintStream(terminal, true, UTF_8));
            }
        }

        @Override
        public PrintStream get(Place place) {
            return Objects.requireNonNull(streams.get(place));
        }

        @Override
        public void set(Place place, PrintStream stream) {
            streams.put(place, stream);
        }

        PrintStream out() {
            return get(Place.OUT);
        }

        @Override
        public OutputStream terminal() {
            return terminal;
        }

        /** What was sent since the last time. */
        String sent() {
            String sent = terminal.toString(UTF_8);
            terminal.reset();
            return sent;
        }
    }

    @AfterEach
    void nothingIsLeft() {
        line.end("a");
        line.end("b");
    }

    private Path module(String name) {
        return directory.resolve(name);
    }

    private void begin(String module) {
        line.begin(module, new ForkLayout(module(module)), module(module).resolve("class-times"));
    }

    /** What a supervisor leaves when it begins. */
    private void run(String module, String id, String maven, String... classes) throws IOException {
        ForkLayout layout = new ForkLayout(module(module));
        BooksFile.begin(
                layout.runDirectory(id).resolve(BooksFile.NAME), new RunHeader(maven, 1, "/module", "", "", "", 0));
        write(module, id, new RunFact(id, 1, "", "", "", "", 2, 2, "", "", "", "", List.of(), List.of(classes)));
    }

    private void write(String module, String id, Fact... facts) throws IOException {
        for (Fact fact : facts) {
            append(module, id, fact.line() + "\n");
        }
    }

    private void append(String module, String id, String text) throws IOException {
        Files.writeString(
                new ForkLayout(module(module)).runRecord(id),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static ClassFact begun(long at, String name) {
        return new ClassFact(at, name, 1, 1, 1, 1, "whole", 1);
    }

    private static ClassEndFact over(long at, String name) {
        return new ClassEndFact(at, name, 1, 1, 1, null, 0);
    }

    private static TestFact result(String outcome) {
        return new TestFact(1, 1, 1, 1, "", "A", "t", "", outcome, 1, false, "", "", "");
    }

    /** So many moments later that the text is another one. */
    private String later() {
        for (int tick = 0; tick < 4; tick++) {
            line.tick();
        }
        return streams.sent();
    }

    private static String shown(String text) {
        return NO_WRAP + text + WRAP;
    }

    @Test
    void itFollowsARunFromItsBeginningToItsEnd() throws Exception {
        Map<Place, PrintStream> before = Map.copyOf(streams.streams);
        begin("a");
        assertEquals("", later());
        run("a", "r1", PID, "x.ATest", "x.BTest");
        assertEquals(shown("Tests: 0 of 2 classes done"), later());
        write("a", "r1", begun(1_000, "x.ATest"), result("failed"), result("passed"));
        nanos += TimeUnit.SECONDS.toNanos(2);
        assertEquals(ERASE + shown("Tests: 0 of 2 classes done, 1 failed test; ATest for 1 s"), later());
        streams.out().println("[INFO] x");
        assertEquals(ERASE + "[INFO] x\n", streams.sent());
        assertEquals(shown("Tests: 0 of 2 classes done, 1 failed test; ATest for 1 s"), later());
        streams.get(Place.ERR).println("[ERROR] x");
        write("a", "r1", over(1_500, "x.ATest"));
        assertEquals(ERASE + "[ERROR] x\n" + shown("Tests: 1 of 2 classes done, 1 failed test"), later());
        streams.get(Place.LOG).println("[INFO] y");
        assertEquals(ERASE + "[INFO] y\n" + shown("Tests: 1 of 2 classes done, 1 failed test"), later());
        line.end("a");
        assertEquals(ERASE, streams.sent());
        assertEquals(before, streams.streams);
        assertFalse(line.tick());
        assertEquals(List.of(), complaints);
    }

    /** The supervisor writes when it likes, and whoever reads sees what is there. */
    @Test
    void linesComeInPieces() throws Exception {
        begin("a");
        run("a", "r1", PID, "A", "B");
        String fact = begun(0, "A").line();
        append("a", "r1", fact.substring(0, 20));
        assertEquals(shown("Tests: 0 of 2 classes done"), later());
        append("a", "r1", fact.substring(20));
        assertEquals("", later());
        append("a", "r1", "\n{\"what\":\"of a later version\"}\n");
        assertEquals(ERASE + shown("Tests: 0 of 2 classes done; A for 0 s"), later());
    }

    @Test
    void whatTookItsTimeLastTimeIsExpectedToTakeItAgain() throws Exception {
        Files.createDirectories(module("a"));
        Files.writeString(module("a").resolve("class-times"), "65000 A\n");
        begin("a");
        run("a", "r1", PID, "A");
        assertEquals(shown("Tests: 0 of 1 classes done, about 1:05 min left"), later());
    }

    /** It began before anybody looked; its own clock says how long before. */
    @Test
    void ageIsCountedByTheClockOfTheRun() throws Exception {
        begin("a");
        run("a", "r1", PID, "A", "B");
        write("a", "r1", begun(0, "A"), begun(9_000, "B"));
        assertEquals(shown("Tests: 0 of 2 classes done; A for 9 s, B for 0 s"), later());
    }

    @Test
    void ofSeveralModulesThereIsOneLine() throws Exception {
        begin("a");
        begin("b");
        run("a", "r1", PID, "A1", "A2");
        run("b", "r2", PID, "B1");
        write("b", "r2", begun(0, "B1"));
        assertEquals(shown("Tests: 0 of 3 classes done; B1 for 0 s"), later());
        line.end("b");
        assertEquals(ERASE + shown("Tests: 0 of 2 classes done"), later());
        line.end("a");
        assertEquals(ERASE, streams.sent());
    }

    @Test
    void runsBeforeAndRunsOfOtherBuildsAreNotShown() throws Exception {
        run("a", "earlier", PID, "A");
        begin("a");
        run("a", "other", "1" + PID, "A");
        assertEquals("", later());
        run("a", "ours", PID, "A", "B", "C");
        assertEquals(shown("Tests: 0 of 3 classes done"), later());
    }

    /** There is a moment in which the books are half written. */
    @Test
    void aRunOfWhichNobodyKnowsYetWhoseItIsIsLookedAtAgain() throws Exception {
        begin("a");
        run("a", "r1", PID, "A");
        Path books = new ForkLayout(module("a")).runDirectory("r1").resolve(BooksFile.NAME);
        String all = Files.readString(books);
        Files.writeString(books, all.substring(0, 5));
        assertEquals("", later());
        Files.writeString(books, all);
        assertEquals(shown("Tests: 0 of 1 classes done"), later());
    }

    @Test
    void whatCannotBeReadEndsTheLineWithOneComplaint() throws Exception {
        PrintStream out = streams.out();
        begin("a");
        begin("b");
        run("a", "r1", PID, "A");
        later();
        append("a", "r1", "no record\n");
        assertEquals(ERASE, later());
        assertSame(out, streams.out());
        assertFalse(line.tick());
        line.end("a");
        begin("a");
        assertSame(out, streams.out());
        assertEquals(1, complaints.size());
    }

    @Test
    void anotherExecutionHasALineAgain() throws Exception {
        begin("a");
        run("a", "r1", PID, "A");
        later();
        line.end("a");
        streams.sent();
        begin("a");
        assertEquals("", later());
        run("a", "r2", PID, "A", "B");
        assertEquals(shown("Tests: 0 of 2 classes done"), later());
    }

    @Test
    void whatSomebodyElseHasPutInPlaceStays() throws Exception {
        begin("a");
        PrintStream theirs = new PrintStream(streams.out(), true, UTF_8);
        streams.set(Place.OUT, theirs);
        line.end("a");
        assertSame(theirs, streams.out());
        theirs.println("passes through");
        assertEquals("passes through\n", streams.sent());
    }

    /** As a plugin does that changes the stream for a while, and began while there was a line. */
    @Test
    void aStreamOfAnEarlierLineThatWasPutBackIsNotWatchedTwice() throws Exception {
        PrintStream out = streams.out();
        begin("a");
        PrintStream kept = streams.out();
        line.end("a");
        streams.set(Place.OUT, kept);
        begin("a");
        assertNotSame(kept, streams.out());
        assertSame(out, ((WatchedStream) streams.out()).behind());
        assertTrue(line.tick());
    }
}
