package io.github.isolation.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many trials are made, and how long each may take. */
class BudgetTest {
    private long nanos;

    private Budget budget(Duration time, int runs) {
        return new Budget(time, runs, "more", () -> nanos);
    }

    @Test
    void aTrialMayTakeThreeTimesAsLongAsUsualBesidesTheStartOfItsJvm() {
        Budget budget = budget(Duration.ofHours(1), 10);
        assertEquals(Duration.ofSeconds(30), budget.limit(0));
        assertEquals(Duration.ofSeconds(36), budget.limit(2_000));
    }

    @Test
    void butNoLongerThanWhatIsLeftOfAll() {
        Budget budget = budget(Duration.ofSeconds(10), 10);
        assertEquals(Duration.ofSeconds(10), budget.limit(2_000));
        nanos = Duration.ofSeconds(9).toNanos();
        assertEquals(Duration.ofSeconds(1), budget.limit(0));
        assertTrue(budget.takes(1, 999));
        assertFalse(budget.takes(1, 1_000), "there is not so much time");
    }

    @Test
    void eachWorkerIsARun() {
        Budget budget = budget(Duration.ofHours(1), 5);
        assertTrue(budget.takes(2, 0));
        assertFalse(budget.takes(4, 0));
        assertTrue(budget.takes(3, 0));
        assertFalse(budget.takes(1, 0));
    }
}
