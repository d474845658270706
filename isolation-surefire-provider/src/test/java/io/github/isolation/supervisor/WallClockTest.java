package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunHeader;
import io.github.isolation.supervisor.core.Input;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are told from older ones by their time, which means nothing once the clock was set back. */
class WallClockTest {
    private static final long HOUR = 3_600_000;

    private long wallMillis = 1_700_000_000_000L;
    private long nanos = -5;
    private final WallClock clock = new WallClock(() -> wallMillis, () -> nanos);

    @Test
    void onlyAClockThatWasSetBackIsNoticed() {
        pass(HOUR, 0);
        assertFalse(clock.isSetBack());
        pass(10, HOUR);
        assertFalse(clock.isSetBack());
        pass(HOUR, -HOUR - 500);
        assertFalse(clock.isSetBack());
        pass(10, -600);
        assertTrue(clock.isSetBack());
    }

    @Test
    void theBooksSayItOnceAndRemainReadable(@TempDir Path directory) throws IOException {
        Books books = new Books(directory, new RunHeader("1", 1, "/module", "/reports", "", "", 0), clock);
        pass(5, -HOUR); // before they are opened: their own file will be as old as the reports
        books.open();
        pass(500, 0);
        books.took(new Input.Tick());
        assertFalse(read(directory).contains("clockSetBack"));
        pass(500, -HOUR);
        books.took(new Input.Tick());
        books.took(new Input.Tick());
        assertEquals(1, read(directory).split("clockSetBack", -1).length - 1);
        pass(500, HOUR);
        books.close();
        assertTrue(BooksFile.read(directory.resolve(BooksFile.NAME)).clockSetBack);
        assertTrue(BooksFile.read(directory.resolve(BooksFile.NAME)).isClosed());
    }

    private static String read(Path directory) throws IOException {
        return Files.readString(directory.resolve(BooksFile.NAME));
    }

    private void pass(long millis, long jump) {
        nanos += millis * 1_000_000;
        wallMillis += millis + jump;
    }
}
