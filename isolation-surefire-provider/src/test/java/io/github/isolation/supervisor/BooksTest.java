package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksCheck;
import io.github.isolation.books.BooksFile;
import io.github.isolation.books.Outcome;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.protocol.Command;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
    private static final RunHeader HEADER =
            new RunHeader("42", 1_000, "/a module", "/a module/reports\twith a tab", "nightly", "", 2);

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Books books;

    @BeforeEach
    void open() {
        books = new Books(directory.resolve("runs/1"), HEADER);
        books.open();
    }

    @Test
    void whatIsWrittenIsWhatIsRead() throws IOException {
        books.promised(List.of("a.ATest", "a.Left out"));
        books.took(from(new Event.Ordered(List.of("a.ATest"))));
        books.tells(1, new Command.RunClass("a.ATest", 1));
        books.took(from(new Event.Planned(List.of(new PlannedTest("id", "a.ATest", "t", false)))));
        books.took(from(reported(ReportKind.STARTING, "a.ATest", "t")));
        books.took(from(reported(ReportKind.ABORTED, "a.ATest", "t")));
        books.toldMaven(reported(ReportKind.SET_STARTING, "a.ATest", null));
        books.toldMaven(reported(ReportKind.SKIPPED, "a.ATest", "t"));
        books.toldMaven(reported(ReportKind.SET_COMPLETED, "a.ATest", null));
        books.close();

        RunBooks read = BooksFile.read(file());
        assertEquals(HEADER, read.header());
        assertEquals(HEADER, BooksFile.readHeader(file()));
        assertTrue(read.isClosed());
        assertFalse(read.skipping);
        assertEquals(1, read.ofClass("a.ATest").promised);
        assertEquals(1, read.ofClass("a.ATest").handed);
        assertEquals(1, read.ofClass("a.ATest").planned);
        assertEquals(2, read.ofClass("a.ATest").heard);
        assertTrue(read.ofClass("a.Left out").leftOut);
        assertEquals(1, read.ofSource("a.ATest").heardFirst.count(Outcome.SKIPPED));
        assertEquals(
                read.ofSource("a.ATest").heard().digest(),
                read.ofSource("a.ATest").told.digest());
        assertEquals("[a.ATest]", read.ofSource("a.ATest").names().toString());
        assertEquals("[A class]", read.ofSource("a.ATest").displayNames().toString());
        assertEquals(1, read.ofSource("a.ATest").setsEnded);
        assertEquals(List.of(), BooksCheck.differences(read));
    }

    /** Of a queue: the class comes when it is known already that there is nothing to run in it. */
    @Test
    void whatTheProviderWouldNotRunIsLeftOutWheneverItComes() {
        books.took(new Input.Given("a.Before"));
        books.took(from(new Event.Ordered(List.of("a.ATest"))));
        books.took(new Input.Given("a.After"));
        books.took(new Input.Given("a.ATest"));
        assertTrue(books.soFar().ofClass("a.Before").leftOut);
        assertTrue(books.soFar().ofClass("a.After").leftOut);
        assertFalse(books.soFar().ofClass("a.ATest").leftOut);
    }

    @Test
    void booksThatAreNotClosedSaySo() throws IOException {
        RunBooks read = BooksFile.read(file());
        assertFalse(read.isClosed());
        assertEquals(1, BooksCheck.differences(read).size());
    }

    @Test
    void aRunThatMavenEndsIsKnownAtOnceAndSpokenOfNoMore() throws IOException {
        books.took(new Input.Shutdown("KILL"));

        RunBooks read = BooksFile.read(file());
        assertTrue(read.cancelled);
        assertEquals(List.of(), BooksCheck.differences(read));
    }

    @Test
    void booksThatAreCutOffAreNotMistakenForWholeOnes() throws IOException {
        Files.writeString(file(), Files.readString(file()) + "class\ta.A");
        IOException refused = assertThrows(IOException.class, () -> BooksFile.read(file()));
        assertTrue(refused.getMessage().contains("books.tsv cannot be understood"), refused.getMessage());
    }

    @Test
    void aJupiterTestThatBeginsTwiceInOneWorkerIsSeen() {
        books.tells(1, new Command.RunClass("a.ATest", 1));
        for (int i = 0; i < 2; i++) {
            books.took(from(reported(ReportKind.STARTING, "a.ATest", "t")));
            books.took(from(reported(ReportKind.SUCCEEDED, "a.ATest", "t")));
            books.toldMaven(reported(ReportKind.SUCCEEDED, "a.ATest", "t"));
        }
        books.close();
        assertEquals(
                List.of("a.ATest: 1 of its tests began twice in one worker, so results of it count twice"),
                BooksCheck.differences(books.soFar()));
    }

    @Test
    void aClassThatAWorkerWentOnToAndLeftWithoutATestSetIsSeen() {
        books.tells(1, new Command.RunClass("a.ATest", 1));
        books.took(from(new Event.GoesOn("a.BTest")));
        books.close();
        assertEquals(
                List.of("a.BTest: was begun by a worker, which went on to it, and left no test set"),
                BooksCheck.differences(books.soFar()));
    }

    @Test
    void aClassThatHasTestsAndLeavesNoTestSetIsSeen() {
        books.tells(1, new Command.RunClass("a.ATest", 1));
        books.took(from(new Event.Planned(List.of(new PlannedTest("id", "a.ATest", "t", false)))));
        books.close();
        assertEquals(
                List.of("a.ATest: has 1 planned tests, was given to a worker, and left no test set"),
                BooksCheck.differences(books.soFar()));
    }

    /** Of two machines that had it, the other one's results count: here nothing of it was told, and that is right. */
    @Test
    void aClassThatAnotherMachineHasIsOfNoAccountAndMayComeAgain() {
        books.mayWithdraw();
        for (int time = 0; time < 2; time++) {
            books.took(new Input.Given("a.ATest"));
            books.tells(1, new Command.RunClass("a.ATest", 1));
            books.took(from(reported(ReportKind.SUCCEEDED, "a.ATest", "t")));
            books.took(from(new Event.NextTest(0)));
            if (time == 0) {
                books.withdrawn("a.ATest");
                assertTrue(books.soFar().classes().isEmpty());
                assertTrue(books.soFar().sources().isEmpty());
            }
        }
        books.toldMaven(reported(ReportKind.SET_STARTING, "a.ATest", null));
        books.toldMaven(reported(ReportKind.SUCCEEDED, "a.ATest", "t"));
        books.toldMaven(reported(ReportKind.SET_COMPLETED, "a.ATest", null));
        books.close();
        assertEquals(List.of(), BooksCheck.differences(books.soFar()));
    }

    @Test
    void anEngineThatFailsAsAWholeEndsASetThatItHasNotBegun() {
        books.tells(1, new Command.RunClass("a.ATest", 1));
        for (ReportKind kind : List.of(ReportKind.ERROR, ReportKind.SET_COMPLETED)) {
            books.took(from(reported(kind, "JUnit Jupiter", null)));
            books.toldMaven(reported(kind, "JUnit Jupiter", null));
        }
        books.close();
        assertEquals(List.of(), BooksCheck.differences(books.soFar()));
    }

    @Test
    void afterTooManyFailuresNothingIsMissed() {
        books.promised(List.of("a.ATest", "a.BTest"));
        books.took(new Input.SkipRest());
        books.close();
        assertEquals(List.of(), BooksCheck.differences(books.soFar()));
    }

    @Test
    void aQuarterOfAMillionInvocationsTakeNoMoreThanTheirNumbers() {
        books.tells(1, new Command.RunClass("a.ATest", 1));
        for (int i = 0; i < 250_000; i++) {
            books.took(from(reported(ReportKind.STARTING, "a.ATest", "t[" + i + "]")));
            books.took(from(reported(ReportKind.SUCCEEDED, "a.ATest", "t[" + i + "]")));
        }
        for (int i = 249_999; i >= 0; i--) {
            books.toldMaven(reported(ReportKind.SUCCEEDED, "a.ATest", "t[" + i + "]"));
        }
        books.close();
        assertEquals(List.of(), BooksCheck.differences(books.soFar()));
        assertTrue(file().toFile().length() < 1_000, "no names on disk");
    }

    private Path file() {
        return directory.resolve("runs/1").resolve(BooksFile.NAME);
    }

    private static Input from(Event event) {
        return new Input.FromWorker(1, 0, event);
    }

    private static Reported reported(ReportKind kind, String source, @Nullable String name) {
        String id = "[engine:junit-jupiter]/" + name;
        return new Reported(
                kind, new TestReport(false, 1, source, "A class", name, null, null, 1, null, Map.of(), null, id));
    }
}
