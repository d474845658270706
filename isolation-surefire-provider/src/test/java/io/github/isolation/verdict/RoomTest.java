package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too much for a supervisor is not read. */
class RoomTest {
    @TempDir
    private Path run;

    @Test
    void whatTakesMoreThanASixteenthOfTheMemoryIsTooMuch() throws Exception {
        assertEquals("", Room.lacksFor(run, 0), "there is nothing");
        Path directory = Files.createDirectories(run.resolve("audit"));
        Files.write(directory.resolve("worker-1.tsv"), new byte[1 << 20]);
        Files.write(directory.resolve("worker-2.tsv"), new byte[1 << 20]);
        Files.write(directory.resolve("worker-2.properties"), new byte[1 << 20]);
        assertEquals("", Room.lacksFor(run, 32 << 20));
        assertEquals("what was seen takes 2 MiB, and there is no memory for that", Room.lacksFor(run, (32 << 20) - 16));
        assertEquals("", Room.lacksFor(run));
    }
}
