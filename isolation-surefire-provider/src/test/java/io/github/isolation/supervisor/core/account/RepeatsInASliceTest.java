package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has its result and runs once more all the same: its first result stands, and it may still take too long. */
class RepeatsInASliceTest {
    private static final Selection ALL = Selection.allOf("C");

    private final Repeats repeats = new Repeats(UniqueIds.of(List.of("[e]/done")));
    private final InFlight inFlight = new InFlight();

    @Test
    void whatHasItsResultStartsAndEndsUnheard() {
        assertTrue(contains(ReportKind.STARTING, 1, "[e]/done"));
        assertEquals("C.t", inFlight.overdue(10, 10), "it may hang like others");
        assertTrue(contains(ReportKind.FAILED, 1, "[e]/done"));
        assertNull(inFlight.overdue(10, 10));
    }

    @Test
    void whatHasNoneIsHeard() {
        assertFalse(contains(ReportKind.STARTING, 1, "[e]/new"));
        assertFalse(contains(ReportKind.SUCCEEDED, 1, "[e]/new"));
        assertFalse(contains(ReportKind.SKIPPED, 2, "[e]/new"));
    }

    /** Which has no start that could be remembered. */
    @Test
    void aSkipThatIsSaidAgainIsUnheard() {
        assertTrue(contains(ReportKind.SKIPPED, 1, "[e]/done"));
    }

    /** It comes under the id of the last test that ran, which has its result. */
    @Test
    void aFailureWithoutAStartIsOfTheClassAndIsHeard() {
        assertFalse(contains(ReportKind.ERROR, 1, "[e]/done"));
    }

    @Test
    void whereOthersAreTriedAgainWhatNobodyAskedForIsUnheard() {
        Selection some = Selection.only(Set.of("[e]/failed"), new UniqueIds());
        assertTrue(repeats.contain(report(ReportKind.STARTING, 1, "[e]/other"), some, inFlight, 0));
        assertFalse(repeats.contain(report(ReportKind.STARTING, 2, "[e]/failed"), some, inFlight, 0));
    }

    @Test
    void whatHasNoIdIsHeard() {
        assertFalse(contains(ReportKind.STARTING, 1, null));
        assertFalse(contains(ReportKind.SUCCEEDED, 1, null));
        assertFalse(contains(ReportKind.SKIPPED, 1, null));
    }

    @Test
    void nobodyWaitsForWhatHasItsResult() {
        Event plan = new Planned(List.of(planned("[e]/done"), planned("[e]/new")));
        assertEquals(new Planned(List.of(planned("[e]/new"))), repeats.without(plan, ALL));
        Event other = new Event.NextTest(1);
        assertSame(other, repeats.without(other, ALL));
    }

    @Test
    void aLineSaysSoOnceForAClass() {
        TestReport test = report(ReportKind.STARTING, 1, "[e]/done").report();
        Logged line = (Logged) repeats.notice(test).get(0);
        assertEquals(LogLevel.WARNING, line.level());
        assertEquals(
                "isolation: tests of C run again although they have their result (t, for one): its engine cannot leave them out."
                        + " The first result of each counts.",
                line.message());
        assertEquals(List.of(), repeats.notice(test));
    }

    @Test
    void aResultThatNobodyAskedForFailsTheBuild() {
        Logged line = (Logged)
                Repeats.unasked(report(ReportKind.SUCCEEDED, 1, "[e]/x").report());
        assertEquals(LogLevel.ERROR, line.level());
        assertEquals(
                "isolation: a result of C.t came from a worker that had no class in hand. It counts, and the build fails.",
                line.message());
        assertNotNull(line.trace());
    }

    private boolean contains(ReportKind kind, long runId, @Nullable String id) {
        return repeats.contain(report(kind, runId, id), ALL, inFlight, 0);
    }

    private static Reported report(ReportKind kind, long runId, @Nullable String id) {
        return new Reported(
                kind, new TestReport(false, runId, "C", null, "t", null, null, 1, null, Map.of(), null, id));
    }

    private static PlannedTest planned(String id) {
        return new PlannedTest(id, "C", "t", false);
    }
}
