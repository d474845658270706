package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits comes out as it went in, from memory and file, and takes its place in the budget only while it waits. */
class SpoolTest {
    private static final int MEMORY_OF_ONE = 1 << 20;

    @TempDir
    Path directory;

    private final List<Event> drained = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allComesOutInItsOrderWhereverItsRoomEnds(long seed) throws IOException {
        Random random = new Random(seed);
        int most = random.nextInt(200_000);
        MemoryBudget budget = new MemoryBudget(most);
        List<Event> kept = new ArrayList<>();
        Spool spool = new Spool(budget, place());
        for (int i = 0; i < 60; i++) {
            Event event = random.nextInt(3) == 0 ? result("t" + i) : printed(random.nextInt(12_000));
            assertTrue(spool.add(event));
            kept.add(event);
        }
        assertNull(spool.failure());
        spool.drainTo(drained::add);
        assertEquals(kept, drained);
        assertTrue(budget.hasRoomFor(most) && !budget.hasRoomFor(most + 1), "all of it was given back");
        assertFalse(Files.exists(place()));
    }

    @Test
    void aFewEventsNeedNoFile() throws IOException {
        Spool spool = spool(MEMORY_OF_ONE);
        spool.add(result("t"));
        spool.add(printed(1_000));
        assertFalse(Files.exists(place().getParent()));
        spool.drainTo(drained::add);
        assertEquals(2, drained.size());
    }

    /** The file itself cannot be seen: on Linux it has no name any more when it is open. Its directory can. */
    @Test
    void oneClassDoesNotTakeTheRoomOfAll() throws IOException {
        MemoryBudget budget = new MemoryBudget(1L << 40);
        try (Spool spool = new Spool(budget, place())) {
            for (int i = 0; i < 11; i++) {
                spool.add(printed(100_000));
            }
            assertFalse(Files.exists(place().getParent()), "1.1 MB are in memory");
            spool.add(printed(1));
            assertTrue(Files.exists(place().getParent()));
        }
        assertFalse(Files.exists(place()), "it is gone when it is closed");
    }

    @Test
    void theFileTakesWhatWasInMemory() throws IOException {
        MemoryBudget budget = new MemoryBudget(25_000);
        Spool first = new Spool(budget, directory.resolve("held-0.events"));
        Spool second = new Spool(budget, place());
        first.add(printed(12_000));
        second.add(printed(10_000));
        assertFalse(budget.hasRoomFor(10_000));
        second.add(printed(10_001));
        assertTrue(budget.hasRoomFor(12_000), "the second class gave back what it had");
        assertFalse(budget.hasRoomFor(13_000), "and the first one did not");
        second.drainTo(drained::add);
        assertEquals(List.of(printed(10_000), printed(10_001)), drained);
        first.close();
        assertTrue(budget.hasRoomFor(25_000));
    }

    @Test
    void whatIsClosedWithoutADrainIsForgotten() throws IOException {
        MemoryBudget budget = new MemoryBudget(5_000);
        Spool spool = new Spool(budget, place());
        spool.add(result("t"));
        assertFalse(budget.hasRoomFor(5_000));
        spool.close();
        assertTrue(budget.hasRoomFor(5_000));
        spool.drainTo(drained::add);
        assertEquals(List.of(), drained);
    }

    @Test
    void whereNoFileCanBeMadeItSaysSoAndKeepsResultsInMemory() throws IOException {
        Files.createFile(place().getParent());
        Spool spool = spool(1_000);
        assertTrue(spool.add(result("first")));
        assertFalse(spool.add(printed(2_000)));
        String failure = String.valueOf(spool.failure());
        assertTrue(failure.startsWith(place() + ": "), failure);
        assertFalse(spool.add(result("second")), "it is not tried again");
        spool.addResult(result("second"));
        spool.addResult(printed(2_000));
        spool.addResult(result("third"));
        spool.drainTo(drained::add);
        assertEquals(List.of(result("first"), result("second"), result("third")), drained);
    }

    /** Somebody else's file is not ours to write into. */
    @Test
    void aFileThatIsThereAlreadyIsNotTouched() throws IOException {
        Files.createDirectories(place().getParent());
        Files.writeString(place(), "mine");
        Spool spool = spool(1);
        assertFalse(spool.add(result("t")));
        assertTrue(String.valueOf(spool.failure()).startsWith(place().toString()), spool.failure());
        spool.addResult(result("t"));
        spool.drainTo(drained::add);
        assertEquals(List.of(result("t")), drained);
        assertEquals("mine", Files.readString(place()));
    }

    @Test
    void aBudgetIsUsedUpToItsLastByte() {
        MemoryBudget budget = new MemoryBudget(10);
        budget.take(4);
        assertTrue(budget.hasRoomFor(6));
        assertFalse(budget.hasRoomFor(7));
        budget.take(6);
        assertTrue(budget.hasRoomFor(0));
        assertFalse(budget.hasRoomFor(1));
        budget.giveBack(4);
        assertTrue(budget.hasRoomFor(4));
        budget.take(100);
        assertFalse(budget.hasRoomFor(Integer.MAX_VALUE), "results are taken all the same, and nothing else is then");
    }

    private Spool spool(long most) {
        return new Spool(new MemoryBudget(most), place());
    }

    private Path place() {
        return directory.resolve("held").resolve("held-1.events");
    }

    private static Event printed(int length) {
        return new Printed("x".repeat(length), true, true, false, 1L, null);
    }

    private static Event result(String name) {
        return new Reported(
                ReportKind.SUCCEEDED,
                new TestReport(false, 1, "a.A", null, name, null, null, 1, null, Map.of(), null, "[engine:e]/" + name));
    }
}
