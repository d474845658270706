package io.github.isolation.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slots are exclusive between forks, wherever these live (L08). */
final class SlotTest {
    private Path directory;

    @BeforeEach
    void useDirectory(@TempDir Path empty) {
        directory = empty;
    }

    @Test
    void preferredNumberIsTakenWhenFreeAndTheLowestFreeAboveItOtherwise() throws IOException {
        ForkLayout layout = new ForkLayout(directory);
        try (Slot two = Slot.acquire(layout, 2);
                Slot three = Slot.acquire(layout, 3);
                Slot other = Slot.acquire(layout, 2)) {
            assertEquals(2, two.number());
            assertEquals(3, three.number());
            assertEquals(4, other.number());
        }
    }

    @Test
    void slotIsFreeAgainWhenClosedAndClosingTwiceFreesNobodyElsesSlot() throws IOException {
        ForkLayout layout = new ForkLayout(directory);
        Slot first = Slot.acquire(layout, 1);
        first.close();
        try (Slot second = Slot.acquire(layout, 1)) {
            assertEquals(1, second.number());
            first.close();
            assertTrue(Slot.tryAcquire(layout, 1).isEmpty());
        }
    }

    @Test
    void slotsOfOtherDirectoriesAreOtherSlots() throws IOException {
        try (Slot here = Slot.acquire(new ForkLayout(directory.resolve("a")), 1);
                Slot there = Slot.acquire(new ForkLayout(directory.resolve("b")), 1)) {
            assertEquals(here.number(), there.number());
        }
    }

    @Test
    void zeroIsNoSlot() {
        assertThrows(IllegalArgumentException.class, () -> Slot.acquire(new ForkLayout(directory), 0));
    }

    @Test
    void slotOfAnotherProcessIsTakenUntilThatProcessIsDead() throws Exception {
        ForkLayout layout = new ForkLayout(directory);
        Process other = Jvm.start(SlotHolder.class, directory.toString(), "1");
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("holding 1", said.readLine());
            long[] holder = {FileHold.UNKNOWN};
            assertTrue(FileHold.tryAcquire(layout.slotLock(1), pid -> holder[0] = pid)
                    .isEmpty());
            assertEquals(other.pid(), holder[0]);
            try (Slot mine = Slot.acquire(layout, 1)) {
                assertEquals(2, mine.number());
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (Slot mine = Slot.acquire(layout, 1)) {
            assertEquals(1, mine.number());
        }
    }

    /** POSIX drops a process's lock when any channel on the file is closed: a failed attempt here must not do that. */
    @Test
    void failedAttemptInThisJvmDoesNotFreeTheSlotForOtherProcesses() throws Exception {
        ForkLayout layout = new ForkLayout(directory);
        try (Slot mine = Slot.acquire(layout, 1)) {
            assertEquals(1, mine.number());
            Optional<Slot> again = Slot.tryAcquire(layout, 1);
            assertTrue(again.isEmpty());
            Process other = Jvm.start(SlotHolder.class, directory.toString(), "1");
            try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
                assertEquals("holding 2", said.readLine());
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }
}
