package io.github.isolation.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one JVM writes down another one reads, or says that it cannot: never less than there was. */
class BooksFileTest {
    private static final RunHeader HEADER = new RunHeader("42", 1_000, "/m", "/m/reports", "", "", 0);

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("runs/1").resolve(BooksFile.NAME);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allThatIsWrittenIsRead(long seed) throws IOException {
        RunBooks written = SomeBooks.anyClosed(seed);
        BooksFile.begin(file, written.header());
        BooksFile.end(file, written);

        RunBooks read = BooksFile.read(file);
        assertEquals(SomeBooks.words(written), SomeBooks.words(read));
        assertEquals(written.header(), BooksFile.readHeader(file));
        assertTrue(read.isClosed());
        RunBooks end = BooksFile.readEnd(file);
        assertEquals(written.header(), end.header());
        assertEquals(
                List.of(written.endedMillis, written.summary, written.skipping),
                List.of(end.endedMillis, end.summary, end.skipping));
        assertTrue(end.classes().isEmpty());
    }

    @Test
    void whoAsksForTheEndHearsThatMavenEndedIt() throws IOException {
        BooksFile.begin(file, HEADER);
        assertFalse(BooksFile.readEnd(file).cancelled);
        assertFalse(BooksFile.readEnd(file).isClosed());
        BooksFile.cancelled(file);
        assertTrue(BooksFile.readEnd(file).cancelled);
    }

    /** As a full disk, or a supervisor that is killed while it closes them, leaves them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cutOffAnywhereTheyAreRefusedOrNotClosed(long seed) throws IOException {
        RunBooks written = SomeBooks.anyClosed(seed);
        BooksFile.begin(file, written.header());
        BooksFile.end(file, written);
        byte[] whole = Files.readAllBytes(file);
        // Without the last line break, all of it is still there.
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try {
                assertFalse(BooksFile.read(file).isClosed(), "cut to " + length);
            } catch (IOException expected) {
                assertTrue(expected.getMessage().contains("cannot be understood"), expected.getMessage());
            }
            try {
                assertFalse(BooksFile.readEnd(file).isClosed(), "cut to " + length);
            } catch (IOException expected) {
                assertTrue(expected.getMessage().contains("cannot be understood"), expected.getMessage());
            }
        }
    }

    @Test
    void beforeTheEndThereIsAHeaderAndTheClockOfTheFileSystem() throws IOException {
        BooksFile.begin(file, HEADER);

        RunBooks read = BooksFile.read(file);
        assertEquals(HEADER, read.header());
        assertFalse(read.isClosed());
        assertFalse(read.cancelled);
        assertFalse(read.clockSetBack);
        assertEquals(RunBooks.NONE, read.summary);
        long now = Files.getLastModifiedTime(file).toMillis();
        assertTrue(read.filesMillis > now - 60_000 && read.filesMillis <= now, read.filesMillis + " and " + now);
        assertEquals(List.of(), List.copyOf(read.classes()));
        assertEquals(List.of(), List.copyOf(read.sources()));
    }

    @Test
    void whatIsNotedMeanwhileIsThereAtOnceAndDoesNotDisturbTheEnd() throws IOException {
        BooksFile.begin(file, HEADER);
        BooksFile.cancelled(file);
        assertTrue(BooksFile.read(file).cancelled);
        assertFalse(BooksFile.read(file).clockSetBack);
        BooksFile.clockSetBack(file);
        assertTrue(BooksFile.read(file).clockSetBack);

        RunBooks end = new RunBooks(HEADER);
        end.endedMillis = 5;
        BooksFile.end(file, end);
        RunBooks read = BooksFile.read(file);
        assertTrue(read.cancelled && read.clockSetBack && read.isClosed());
    }

    @Test
    void notesOfARunThatHasNoBooksAreRefused() {
        assertThrows(NoSuchFileException.class, () -> BooksFile.cancelled(file));
        assertThrows(NoSuchFileException.class, () -> BooksFile.clockSetBack(file));
        assertThrows(NoSuchFileException.class, () -> BooksFile.end(file, new RunBooks(HEADER)));
        assertThrows(NoSuchFileException.class, () -> BooksFile.read(file));
        assertThrows(NoSuchFileException.class, () -> BooksFile.readHeader(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "surprise\t1\n",
                "\n",
                "class\ta.A\t1 2 3\n",
                "class\ta.A\t1 2 3 4 5 6 7 x\n",
                "class\t%\t1 2 3 4 5 6 7 1\n",
                "set\ta.A\t1 1 1 1 f\n",
                "clock\tnoon\n",
                "ended\t5 1\n",
                "Class\ta.A\t1 2 3 4 5 6 7 1\n"
            })
    void aLineThatIsNoneIsRefusedWithTheNameOfTheFile(String line) throws IOException {
        BooksFile.begin(file, HEADER);
        Files.writeString(file, Files.readString(file) + line);
        IOException refused = assertThrows(IOException.class, () -> BooksFile.read(file));
        assertTrue(refused.getMessage().startsWith(file + " cannot be understood: "), refused.getMessage());
    }

    @Test
    void anEmptyFileSaysSo() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        String message = file + " cannot be understood: it is empty";
        assertEquals(
                message,
                assertThrows(IOException.class, () -> BooksFile.read(file)).getMessage());
        assertEquals(
                message,
                assertThrows(IOException.class, () -> BooksFile.readHeader(file))
                        .getMessage());
    }

    @Test
    void theHeaderCanBeReadWhateverComesAfterIt() throws IOException {
        BooksFile.begin(file, HEADER);
        Files.writeString(file, Files.readString(file) + "surprise\n");
        assertEquals(HEADER, BooksFile.readHeader(file));
    }

    @Test
    void booksAreBegunAnew() throws IOException {
        BooksFile.begin(file, HEADER);
        BooksFile.cancelled(file);
        BooksFile.begin(file, HEADER);
        assertFalse(BooksFile.read(file).cancelled);
    }

    /** Whatever names are made of, a line is a line, and any editor shows it. */
    @Test
    void namesAreWrittenInPlainLetters() throws IOException {
        RunBooks books = new RunBooks(HEADER);
        books.endedMillis = 5;
        books.ofClass("a\tb\nc \u00e9").handed = 3;
        BooksFile.begin(file, HEADER);
        BooksFile.end(file, books);
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        assertEquals("class\ta%09b%0Ac+%C3%A9\t0 3 0 0 0 0 0 0", lines.get(2));
        assertEquals("ended\t5 -1 0", lines.get(3));
        assertEquals(4, lines.size());
    }
}
