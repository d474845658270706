package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.TestReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests that are running, as people are told of them. */
class InFlightTest {
    private final InFlight inFlight = new InFlight();

    /** Since Surefire 3.6, a report has the class that a test is in as well as that under which it is filed. */
    @Test
    void aTestInANestedClassHasTheNameThatItsReportHas() {
        inFlight.started(report("a.Outer", "a.Outer$In"), 0);
        inFlight.started(report("a.Outer", null), 0);
        assertEquals(List.of("a.Outer$In.test", "a.Outer.test"), inFlight.names());
        assertEquals("a.Outer$In.test", inFlight.overdue(1, 2));
    }

    @Test
    void ofTestsWithOneRunIdTheOneOfThisIdHasEnded() {
        inFlight.started(report(1, "[e]/a"), 0);
        inFlight.started(report(1, "[e]/b"), 0);
        assertEquals("[e]/b", inFlight.ended(report(1, "[e]/b")));
        assertEquals("[e]/a", inFlight.ended(report(1, null)), "the one that is left");
        assertNull(inFlight.ended(report(1, null)), "nobody runs");
    }

    @Test
    void whatRunsAgainMayTakeTooLongAndIsToBlameForNothing() {
        inFlight.startedAgain(report(1, "[e]/a"), 0);
        assertEquals(List.of(), inFlight.names());
        assertNull(inFlight.anyRunId());
        assertEquals("a.Outer.test", inFlight.overdue(10, 10));
        assertTrue(inFlight.endedAgain(report(1, "[e]/a")));
        assertFalse(inFlight.endedAgain(report(1, "[e]/a")));
    }

    @Test
    void whoeverDiesLeavesThemWithTheTimeTheyTook() {
        inFlight.started(report(1, "[e]/a"), 100);
        inFlight.startedAgain(report(2, "[e]/b"), 100);
        List<TestReport> left = inFlight.clear(350);
        assertEquals(List.of(250), left.stream().map(TestReport::elapsedMillis).toList());
        assertEquals(List.of(), inFlight.clear(400));
    }

    @Test
    void aSlowTestIsNamedEachTimeItHasBeenSlowForAsLong() {
        Limits slowAfterASecond = new Limits(0, 0, 1_000);
        inFlight.started(report(1, "[e]/a"), 0);
        assertEquals(List.of(), inFlight.slow(slowAfterASecond, 999));
        assertEquals(
                "still running after 1 s: a.Outer.test",
                inFlight.slow(slowAfterASecond, 1_000).get(0).notice());
        assertEquals(List.of(), inFlight.slow(slowAfterASecond, 1_999));
        assertEquals(1, inFlight.slow(slowAfterASecond, 2_000).size());
        assertEquals(List.of(), inFlight.slow(Limits.NONE, 9_000));
    }

    @Test
    void withoutALimitNothingIsOverdue() {
        inFlight.started(report(1, "[e]/a"), 0);
        assertNull(inFlight.overdue(0, Long.MAX_VALUE));
        assertNull(inFlight.overdue(10, 9));
        assertEquals("a.Outer.test", inFlight.overdue(10, 10));
    }

    private static TestReport report(long runId, @Nullable String id) {
        return new TestReport(false, runId, "a.Outer", null, "test", null, null, null, null, Map.of(), null, id);
    }

    private static TestReport report(String source, @Nullable String qualified) {
        return new TestReport(false, 1, source, null, "test", null, null, null, null, Map.of(), qualified, null);
    }
}
