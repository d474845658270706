package io.github.isolation.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A record is read as far as it was written. */
@Timeout(60)
class RecordFileTest {
    private static final NoticeFact NOTICE = new NoticeFact(1, "info", "n");

    @TempDir
    private Path directory;

    private final List<String> warnings = new ArrayList<>();

    private Path file() {
        return directory.resolve("runs/1/record.jsonl");
    }

    private RecordWriter writer() {
        return new RecordWriter(file(), warnings::add);
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), String.join("\n", lines), StandardOpenOption.CREATE);
    }

    @Test
    void whatIsAddedIsReadInThatOrder() throws Exception {
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        List<Fact> all = new ArrayList<>(List.of(FactTest.RUN));
        for (int i = 0; i < 20_000; i++) {
            Fact fact = new NoticeFact(i, "info", "n");
            writer.add(fact);
            all.add(fact);
        }
        writer.close();
        assertEquals(all, RecordReader.read(file()));
        assertEquals(List.of(), warnings);
    }

    /** However the supervisor ends: nobody closes it here. */
    @Test
    void whatWasAddedIsSoonOnDisk() throws Exception {
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        writer.add(NOTICE);
        while (!Files.exists(file()) || !Files.readString(file()).endsWith(NOTICE.line() + "\n")) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(FactTest.RUN, NOTICE), RecordReader.read(file()));
        writer.close();
    }

    @Test
    void whoHasFlushedItReadsAllThatWasAddedAndItGoesOn() throws Exception {
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        List<Fact> all = new ArrayList<>(List.of(FactTest.RUN));
        for (int i = 0; i < 50; i++) {
            Fact fact = new NoticeFact(i, "info", "n");
            writer.add(fact);
            all.add(fact);
            assertTrue(writer.flush());
            assertEquals(all, RecordReader.read(file()));
        }
        writer.close();
        assertEquals(all, RecordReader.read(file()));
    }

    @Test
    void oneThatCannotBeWrittenCannotBeFlushed() throws Exception {
        Files.writeString(directory.resolve("runs"), "in the way");
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        assertFalse(writer.flush());
        writer.close();
    }

    @Test
    void whatComesAfterTheEndIsDropped() throws Exception {
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        writer.close();
        writer.add(NOTICE);
        assertEquals(List.of(FactTest.RUN), RecordReader.read(file()));
    }

    @Test
    void aDiskThatCannotBeWrittenIsOneWarning() throws Exception {
        Files.writeString(directory.resolve("runs"), "in the way");
        RecordWriter writer = writer();
        writer.begin(FactTest.RUN);
        IntStream.range(0, 10_000).forEach(i -> writer.add(NOTICE));
        writer.close();
        writer.add(NOTICE);
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).startsWith("isolation: the record of this run ends here"), warnings.get(0));
    }

    @Test
    void aLastLineThatIsCutIsNoLine() throws IOException {
        write(FactTest.RUN.line(), NOTICE.line(), NOTICE.line().substring(0, 20));
        assertEquals(List.of(FactTest.RUN, NOTICE), RecordReader.read(file()));
    }

    @Test
    void aLineThatIsDamagedInTheMiddleIsNamed() throws IOException {
        write(FactTest.RUN.line(), "{damaged", NOTICE.line());
        IOException refused = assertThrows(IOException.class, () -> RecordReader.read(file()));
        assertTrue(refused.getMessage().startsWith(file() + ", line 2: "), refused.getMessage());
    }

    @Test
    void whatDoesNotBeginWithARunIsNoRecord() throws IOException {
        write(NOTICE.line(), NOTICE.line());
        IOException refused = assertThrows(IOException.class, () -> RecordReader.read(file()));
        assertTrue(refused.getMessage().startsWith(file() + " is no record of a run"), refused.getMessage());
        write("");
        assertThrows(IOException.class, () -> RecordReader.read(file()));
    }
}
