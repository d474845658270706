package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which of several launchers is Surefire's: the first to execute, until its plan has ended (L19). */
class SurefirePlanTest {
    private final SurefirePlan plan = new SurefirePlan();
    private final Object surefires = new Object();
    private final Object ofATest = new Object();

    @Test
    void theFirstToExecuteIsSurefires() {
        assertFalse(plan.isRunning());
        assertTrue(plan.begin(surefires));
        assertTrue(plan.isRunning());
        assertTrue(plan.isFollowedBy(surefires));
        assertFalse(plan.begin(ofATest));
        assertFalse(plan.isFollowedBy(ofATest));
    }

    @Test
    void whatATestLaunchesEndsNothingOfSurefires() {
        plan.begin(surefires);
        assertFalse(plan.end(ofATest));
        assertTrue(plan.isFollowedBy(surefires));
        assertTrue(plan.end(surefires));
        assertFalse(plan.isRunning());
    }

    @Test
    void theNextPlanMayHaveAnotherListener() {
        plan.begin(surefires);
        plan.end(surefires);
        assertTrue(plan.begin(ofATest));
    }

    @Test
    void oneIsTheFirst() {
        assertTrue(plan.isFirst());
        assertFalse(plan.isFirst());
    }
}
