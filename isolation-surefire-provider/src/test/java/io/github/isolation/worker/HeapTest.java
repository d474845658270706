package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How full the heap is, for the supervisor to decide. */
class HeapTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final Guard guard = new Guard(supervisor, new Resume(), "1");
    private final Deque<Integer> measured = new ArrayDeque<>();

    @Test
    void nobodyMeasuresForNobody() {
        assertEquals(-1, heap(null).percent());
        assertEquals(-1, heap(" ").percent());
    }

    @Test
    void aHeapThatIsNotFullIsMeasuredOnce() {
        measured.addAll(List.of(80));
        assertEquals(80, heap("80%").percent());
    }

    /** Garbage is no reason to retire. */
    @Test
    void oneThatIsFullIsMeasuredAgainAfterACollection() {
        measured.addAll(List.of(81, 30));
        assertEquals(30, heap(" 80% ").percent());
    }

    @Test
    void oneThatStaysFullIsFull() {
        measured.addAll(List.of(90, 85));
        assertEquals(85, heap("80").percent());
    }

    @Test
    void whatCannotBeMeasuredIsALineAndNoReason() {
        assertEquals(-1, heap("a lot").percent());
        assertTrue(supervisor.lines().get(0).contains("could not measure its heap"), supervisor.lines()::toString);
    }

    @Test
    void theRealOneIsSomewhereInBetween() {
        int percent = new Heap("100%", guard).percent();
        assertTrue(percent >= 0 && percent <= 100, percent + " %");
    }

    private Heap heap(String limit) {
        return new Heap(limit, guard, measured::remove);
    }
}
