package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.life.StopReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a worker makes room for a fresh one. */
class RetirePolicyTest {
    private static final RetirePolicy ABOVE_A_FIFTH = new RetirePolicy(0, false, 20);

    @Test
    void aFullHeapIsAReason() {
        assertEquals(Optional.of(new StopReason.Retire("with a full heap")), ABOVE_A_FIFTH.decide(1, false, 21));
        assertTrue(ABOVE_A_FIFTH.decide(1, false, 20).isEmpty());
    }

    /** The next one would be as full, and the one after it, and no class would ever be run. */
    @Test
    void thatOfAWorkerThatHasRunNothingIsNone() {
        assertTrue(ABOVE_A_FIFTH.decide(0, false, 99).isEmpty());
    }
}
