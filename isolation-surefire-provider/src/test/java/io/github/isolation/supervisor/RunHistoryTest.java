package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.books.BooksFile;
import io.github.isolation.books.RunHeader;
import io.github.isolation.fixture.FileTrees;
import io.github.isolation.fork.ForkLayout;
import io.github.isolation.fork.RunHold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many runs stay, and none of those that somebody still needs goes. */
class RunHistoryTest {
    private static final String NOW = "4711";

    @TempDir
    private Path directory;

    private ForkLayout layout;

    @BeforeEach
    void layOut() {
        layout = new ForkLayout(directory.resolve("isolation"));
    }

    private void ran(String id, String maven, long begunMillis) throws IOException {
        BooksFile.begin(
                layout.runDirectory(id).resolve(BooksFile.NAME),
                new RunHeader(maven, begunMillis, "/module", "/reports", "", "", 0));
        Files.writeString(layout.runRecord(id), id);
    }

    private List<String> runs() throws IOException {
        return names(layout.runs());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private RunHistory history(int keep) {
        return new RunHistory(layout, directory.resolve("history"), keep);
    }

    @Test
    void theLastOnesStay() throws IOException {
        ran("b-second", "1", 200);
        ran("c-first", "2", 100);
        ran("a-third", "3", 300);
        ran("now", NOW, 400);
        history(2).add("now", NOW, 400);
        assertEquals(List.of("a-third", "b-second", "now"), runs());
    }

    @Test
    void whatTheSameBuildHasRunStays() throws IOException {
        ran("units", NOW, 100);
        ran("older", "1", 50);
        ran("now", NOW, 200);
        history(0).add("now", NOW, 200);
        assertEquals(List.of("now", "units"), runs());
    }

    @Test
    void whatStillRunsStays() throws IOException {
        ran("alive", "1", 50);
        ran("now", NOW, 200);
        RunHold.begin(layout, "alive");
        history(0).add("now", NOW, 200);
        assertEquals(List.of("alive", "now"), runs());
    }

    @Test
    void whatIsNoRunOfOursStays() throws IOException {
        Files.createDirectories(layout.runDirectory("of-an-ide"));
        ran("now", NOW, 200);
        history(0).add("now", NOW, 200);
        assertEquals(List.of("now", "of-an-ide"), runs());
    }

    @Test
    void recordsOutliveWhatIsCleaned() throws IOException {
        for (int run = 1; run <= 4; run++) {
            ran("run" + run, "" + run, run * 100L);
            history(1).add("run" + run, "" + run, run * 100L);
            FileTrees.delete(layout.runs());
        }
        Path records = directory.resolve("history/records");
        assertEquals(List.of("000000000000300-run3.jsonl", "000000000000400-run4.jsonl"), names(records));
        assertEquals("run4", Files.readString(records.resolve("000000000000400-run4.jsonl")));
    }

    @Test
    void withoutAPlaceForThemOnlyTheRunsStay() throws IOException {
        ran("now", NOW, 200);
        RunHistory history = new RunHistory(layout, null, 1);
        history.add("now", NOW, 200);
        assertEquals(List.of("isolation"), names(directory));
        assertEquals(layout.classTimes(), history.classTimes());
    }

    @Test
    void whatCannotBeKeptIsSaid() throws IOException {
        ran("now", NOW, 200);
        Files.writeString(directory.resolve("history"), "in the way");
        IOException refused = assertThrows(IOException.class, () -> history(1).add("now", NOW, 200));
        assertTrue(refused.toString().contains("history"), refused.toString());
    }
}
