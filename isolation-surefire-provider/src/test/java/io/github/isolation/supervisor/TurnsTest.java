package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.trial.Piece;
import io.github.isolation.trial.Trial;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who ran behind those before it, and who did not, and because of whom. */
class TurnsTest {
    private final Turns turns = new Turns();

    private static List<Piece> lane(String... names) {
        return List.of(names).stream().map(Piece::whole).toList();
    }

    private Map<String, String> cutOff(List<Piece> lane) {
        return turns.cutOff(Trial.inOrder(lane), 1);
    }

    @Test
    void whereOneWorkerRunsAllNobodyIsCutOff() {
        turns.handed(1, 1, "A");
        turns.handed(1, 1, "B");
        assertEquals(Map.of(), cutOff(lane("A", "B")));
    }

    @Test
    void whoIsBehindACrashHasNoTurn() {
        turns.handed(1, 1, "A");
        turns.handed(1, 1, "Dies");
        assertEquals(Map.of("C", "Dies", "D", "Dies"), cutOff(lane("A", "Dies", "C", "D")));
    }

    /** It was handed to the first worker, which did not want it. */
    @Test
    void whoWantsAFreshWorkerCutsItselfOffAndThoseBehindIt() {
        turns.handed(1, 1, "A");
        turns.handed(1, 1, "Fresh");
        turns.handed(2, 1, "Fresh");
        turns.handed(3, 1, "C");
        turns.handed(3, 1, "D");
        assertEquals(Map.of("Fresh", "Fresh", "C", "Fresh", "D", "Fresh"), cutOff(lane("A", "Fresh", "C", "D")));
    }

    @Test
    void whoEndsItsWorkerWhenItIsDoneHadItsTurn() {
        turns.handed(1, 1, "A");
        turns.handed(1, 1, "Retires");
        turns.handed(2, 1, "C");
        turns.handed(2, 1, "Retires2");
        turns.handed(3, 1, "D");
        assertEquals(
                Map.of("C", "Retires", "Retires2", "Retires", "D", "Retires2"),
                cutOff(lane("A", "Retires", "C", "Retires2", "D")));
    }

    @Test
    void eachLaneHasAWorkerOfItsOwn() {
        turns.handed(2, 5, "B");
        turns.handed(1, 4, "A");
        assertEquals(Map.of("B2", "B"), turns.cutOff(new Trial(List.of(lane("A"), lane("B", "B2"), lane("C"))), 4));
    }
}
