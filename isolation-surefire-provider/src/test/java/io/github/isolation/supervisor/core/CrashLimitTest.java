package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When so much has died that nothing more is begun (L16). */
class CrashLimitTest {
    private final RunStatistics statistics = new RunStatistics();

    @Test
    void aTestThatPassesBeginsTheCountAnew() {
        for (int i = 0; i < 100; i++) {
            crash(9);
            assertFalse(CrashLimit.usual().isReached(statistics));
            statistics.told(new Reported(ReportKind.SUCCEEDED, report()));
        }
        crash(10);
        assertTrue(CrashLimit.usual().isReached(statistics));
        assertTrue(CrashLimit.usual().describe(statistics).startsWith("10 workers in a row crashed"));
    }

    @Test
    void aFailureDoesNot() {
        crash(9);
        statistics.told(new Reported(ReportKind.ERROR, report()));
        crash(1);
        assertTrue(CrashLimit.usual().isReached(statistics));
    }

    @Test
    void theUsersNumberCountsThemAll() {
        CrashLimit three = CrashLimit.ofAll(3);
        crash(2);
        statistics.told(new Reported(ReportKind.SUCCEEDED, report()));
        assertFalse(three.isReached(statistics));
        crash(1);
        assertTrue(three.isReached(statistics));
        assertEquals(
                "3 workers crashed, and isolation.maxCrashes is 3. Look at the crashes above, or raise isolation.maxCrashes.",
                three.describe(statistics));
    }

    private void crash(int times) {
        for (int i = 0; i < times; i++) {
            statistics.died(new DeathReason.Crashed(ExitInfo.of(3), null));
        }
    }

    private static TestReport report() {
        return new TestReport(false, 1, "C", null, "t", null, null, 1, null, Map.of(), null, null);
    }
}
