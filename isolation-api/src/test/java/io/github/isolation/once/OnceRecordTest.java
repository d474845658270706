package io.github.isolation.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose it is stays written down until the last of them has ended. */
class OnceRecordTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void place() {
        file = directory.resolve("record.properties");
    }

    static Stream<OnceRecord> records() {
        return Stream.of(
                new OnceRecord(List.of(), null),
                new OnceRecord(List.of("/b/runs/1/alive.lock"), null),
                new OnceRecord(List.of("C:\\b\\1", "/b/2=3:4", "#5", "!6", " 7 ", "/Größe \u4e2d \ud83d\ude00"), null),
                new OnceRecord(List.of("/b/1"), ""),
                new OnceRecord(List.of("/b/1", "/b/1"), "in fork 2: a.Error: why\n\tat a.B\r\n\\u0041 = : # \u0000"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsRead(OnceRecord record) throws IOException {
        record.write(file);
        assertEquals(record, OnceRecord.read(file));
    }

    @Test
    void whereThereIsNoneNothingIsKnown() throws IOException {
        assertNull(OnceRecord.read(file));
        assertNull(OnceRecord.read(directory.resolve("none").resolve("record.properties")));
    }

    @Test
    void aRecordTakesThePlaceOfTheOneBeforeItAndLeavesNothingBeside() throws IOException {
        new OnceRecord(List.of("/b/1", "/b/2"), "it failed").write(file);
        new OnceRecord(List.of("/b/3"), null).write(file);
        assertEquals(new OnceRecord(List.of("/b/3"), null), OnceRecord.read(file));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void itsDirectoryIsMade() throws IOException {
        Path deeper = directory.resolve("once").resolve("key").resolve("record.properties");
        OnceRecord record = new OnceRecord(List.of("/b/1"), null);
        record.write(deeper);
        assertEquals(record, OnceRecord.read(deeper));
    }

    @Test
    void aFileOfOtherBytesIsAnErrorAndNotNoRecord() throws IOException {
        Files.write(file, new byte[] {'r', '=', (byte) 0xff});
        assertThrows(MalformedInputException.class, () -> OnceRecord.read(file));
        Path aDirectory = Files.createDirectory(directory.resolve("directory"));
        assertThrows(IOException.class, () -> OnceRecord.read(aDirectory));
    }

    @Test
    void onlyTheLivingStayInTheirOrder() throws IOException {
        OnceRecord record = new OnceRecord(List.of("c", "a", "b", "d"), "it failed");
        List<String> asked = new ArrayList<>();
        OnceRecord left = record.onlyWith(run -> {
            asked.add(run);
            return run.equals("c") || run.equals("b");
        });
        assertEquals(new OnceRecord(List.of("c", "b"), "it failed"), left);
        assertEquals(List.of("c", "a", "b", "d"), asked);
        assertEquals(4, record.runs().size());
        assertEquals(List.of(), record.onlyWith(run -> false).runs());
    }

    /** Whoever cannot say that a run has ended must not take what is that run's. */
    @Test
    void aQuestionThatFailsIsNoAnswer() {
        OnceRecord record = new OnceRecord(List.of("a"), null);
        IOException thrown = assertThrows(
                IOException.class,
                () -> record.onlyWith(run -> {
                    throw new IOException("no access to " + run);
                }));
        assertEquals("no access to a", thrown.getMessage());
    }

    @Test
    void whoJoinsComesLast() {
        OnceRecord record = new OnceRecord(List.of("a"), "it failed");
        assertEquals(new OnceRecord(List.of("a", "b"), "it failed"), record.with("b"));
        assertEquals(List.of("a"), record.runs());
    }

    @Test
    void aRecordDoesNotChangeWithTheListItWasMadeOf() {
        List<String> runs = new ArrayList<>(List.of("a"));
        OnceRecord record = new OnceRecord(runs, null);
        runs.add("b");
        assertEquals(List.of("a"), record.runs());
        assertThrows(UnsupportedOperationException.class, () -> record.runs().add("c"));
    }
}
