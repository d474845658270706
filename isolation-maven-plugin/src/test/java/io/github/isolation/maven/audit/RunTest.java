package io.github.isolation.maven.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.InHand;
import io.github.isolation.books.RunBooks;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a run is, whether it was over when another began, and what is said of one that nobody ended. */
final class RunTest {
    private static final Path MODULE = Path.of("/module");

    private ForkLayout layout;

    @BeforeEach
    void useDirectory(@TempDir Path directory) {
        layout = new ForkLayout(directory);
    }

    @Test
    void whereNothingEverRanThereIsNone() throws IOException {
        assertEquals(List.of(), Run.all(layout));
    }

    @Test
    void theFirstOneComesFirstAndOnesWithoutAReadableBeginningAreNone() throws IOException {
        began("z", "42", 5);
        began("a", "42", 7);
        Files.writeString(Files.createDirectories(layout.runDirectory("cut")).resolve(BooksFile.NAME), "begun\t42");
        Files.createFile(Files.createDirectories(layout.runDirectory("empty")).resolve(BooksFile.NAME));
        assertEquals(List.of("z", "a"), Run.all(layout).stream().map(Run::id).toList());
    }

    @Test
    void aRunIsOfABuildByItsProcessItsTimeAndItsModule() {
        Run run = run("r", "42", 1_000, "/module/x/..");
        assertTrue(run.isOf(42, 1_000, MODULE));
        assertFalse(run.isOf(43, 1_000, MODULE), "another process");
        assertFalse(run.isOf(42, 1_001, MODULE), "an earlier build of a daemon");
        assertFalse(run.isOf(42, 1_000, Path.of("/other")));
        assertTrue(run("r", "", 1_000, "").isOf(42, 1_000, MODULE), "whose it is is not known");
    }

    @Test
    void aRunThatEndedBeforeAnotherBeganWroteNothingSince() throws IOException {
        Run first = began("first", "42", 1_000);
        Run second = began("second", "43", 2_000);
        ended(first, 1_999);
        assertFalse(first.wroteSince(second, layout));
        assertTrue(second.wroteSince(first, layout), "it began later");
        ended(first, 2_000);
        assertTrue(first.wroteSince(second, layout), "at the same moment");
    }

    @Test
    void aRunThatIsAliveMayWriteAtAnyMoment() throws IOException {
        Run first = began("first", "42", 1_000);
        Run second = began("second", "43", 2_000);
        assertFalse(first.wroteSince(second, layout), "it died, and wrote nothing after that");
        RunHold.begin(layout, "first");
        assertTrue(first.wroteSince(second, layout));
    }

    @Test
    void aRunThatDiedWhileItWroteItsBooksWroteNothingSince() throws IOException {
        Run first = began("first", "42", 1_000);
        Files.writeString(first.books(), Files.readString(first.books()) + "set\tcut o");
        assertFalse(first.wroteSince(began("second", "43", 2_000), layout));
    }

    @Test
    void whoIsAliveOrClosedOrEndedByMavenIsNotGone() throws IOException {
        Run alive = hadInHand("alive", "a.ATest");
        RunHold.begin(layout, "alive");
        Run closed = hadInHand("closed", "a.BTest");
        ended(closed, 2_000);
        Run cancelled = hadInHand("cancelled", "a.CTest");
        BooksFile.cancelled(cancelled.books());
        Run idle = began("idle", "42", 1_000);
        assertEquals(List.of(), GoneSupervisors.lines(layout, List.of(alive, closed, cancelled, idle)));
    }

    /** Killed in the middle of a line, or on a full disk: what it had in hand is in another file. */
    @Test
    void booksThatNobodyCanReadAreNoReasonToSayNothingOfAnyRun() throws IOException {
        Run unreadable = hadInHand("unreadable", "a.ATest");
        Files.writeString(unreadable.books(), Files.readString(unreadable.books()) + "set\tcut o");
        Run readable = hadInHand("readable", "a.BTest");
        List<String> lines = GoneSupervisors.lines(layout, List.of(unreadable, readable));
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("have no results: a.ATest. "), lines::toString);
        assertTrue(lines.get(1).contains("have no results: a.BTest. "), lines::toString);
        assertTrue(lines.get(1).endsWith(layout.runDirectory("readable").toString()), lines::toString);
    }

    private Run hadInHand(String id, String className) throws IOException {
        Run run = began(id, "42", 1_000);
        try (InHand inHand = InHand.begin(run.directory())) {
            inHand.has(1, className);
        }
        return run;
    }

    private Run began(String id, String maven, long millis) throws IOException {
        Run run = run(id, maven, millis, MODULE.toString());
        BooksFile.begin(run.books(), run.header());
        return run;
    }

    private void ended(Run run, long millis) throws IOException {
        RunBooks books = new RunBooks(run.header());
        books.endedMillis = millis;
        BooksFile.begin(run.books(), run.header());
        BooksFile.end(run.books(), books);
    }

    private Run run(String id, String maven, long millis, String module) {
        return new Run(id, layout.runDirectory(id), new RunHeader(maven, millis, module, "/reports", "", "", 0));
    }
}
