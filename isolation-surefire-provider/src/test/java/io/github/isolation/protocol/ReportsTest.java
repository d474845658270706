package io.github.isolation.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A report under another run id, time or failure is the same report in everything else. */
class ReportsTest {
    private static final Trace FAILURE = new Trace("why", "short", "long");

    @Property
    void nothingButTheRunIdChanges(@ForAll("reports") TestReport report, @ForAll long runId) {
        TestReport mapped = report.withRunId(runId);
        assertEquals(runId, mapped.runId());
        assertEquals(report, mapped.withRunId(report.runId()));
    }

    @Property
    void nothingButTheTimeChanges(@ForAll("reports") TestReport report, @ForAll int millis) {
        TestReport timed = report.withElapsedMillis(millis);
        assertEquals(millis, timed.elapsedMillis());
        assertEquals(report, timed.withElapsedMillis(report.elapsedMillis()));
        assertNull(timed.withElapsedMillis(null).elapsedMillis());
    }

    @Property
    void aReRunIsMarkedAndHasTheRunIdOfTheFirstAttempt(@ForAll("reports") TestReport report, @ForAll long first) {
        TestReport rerun = report.asRerun(first);
        assertTrue(rerun.rerun());
        assertEquals(report.withRunId(first).inClass(), rerun.inClass());
        assertEquals(words(report.withRunId(first)), words(rerun));
    }

    @Property
    void aFailureBringsItsMessage(@ForAll("reports") TestReport report) {
        TestReport failed = report.withTrace(FAILURE);
        assertEquals(FAILURE, failed.trace());
        assertEquals("why", failed.message());
        assertEquals(report.id(), failed.id());
        assertEquals(report.systemProperties(), failed.systemProperties());
        assertEquals(report.runId(), failed.runId());
        assertEquals(report.rerun(), failed.rerun());
    }

    @Property
    void anotherIdComesWithAnotherName(@ForAll("reports") TestReport report) {
        TestReport known = report.known("other id", "other name");
        assertEquals("other id", known.id());
        assertEquals("other name", known.name());
        assertEquals(report.nameText(), known.nameText());
        if (report.id() != null) {
            assertEquals(report, known.known(report.id(), report.name()));
        }
    }

    @Example
    void aTestIsInTheClassThatIsNamedInFull() {
        TestReport report = new TestReport(false, 1, "a.A", null, "t", null, null, null, null, Map.of(), null, null);
        assertEquals("a.A", report.inClass());
        TestReport nested =
                new TestReport(false, 1, "a.A", null, "t", null, null, null, null, Map.of(), "a.A$Nested", null);
        assertEquals("a.A$Nested", nested.inClass());
    }

    @Example
    void someKindsAreResultsAndSomeOfTheseAreFailures() {
        Set<ReportKind> results = EnumSet.noneOf(ReportKind.class);
        Set<ReportKind> failures = EnumSet.noneOf(ReportKind.class);
        for (ReportKind kind : ReportKind.values()) {
            if (kind.isResult()) {
                results.add(kind);
            }
            if (kind.isFailure()) {
                failures.add(kind);
            }
        }
        assertEquals(
                EnumSet.of(
                        ReportKind.SUCCEEDED,
                        ReportKind.FAILED,
                        ReportKind.ERROR,
                        ReportKind.SKIPPED,
                        ReportKind.ABORTED),
                results);
        assertEquals(EnumSet.of(ReportKind.FAILED, ReportKind.ERROR), failures);
    }

    @Example
    void aPlannedTestIsFiledUnderItsOwnClassIfItHasOne() {
        assertEquals("a.B.t", new PlannedTest("id", "a.B", "t", false).title("a.A"));
        assertEquals("a.A.t", new PlannedTest("id", null, "t", false).title("a.A"));
        assertEquals("a.A", new PlannedTest("id", null, "t", false).sourceOr("a.A"));
    }

    @Example
    void onlyThreadsHaveAKind() {
        assertTrue(new Leftover("thread 'pool-1'", "pool-").isThread());
        assertFalse(new Leftover("process 17", "").isThread());
    }

    @Provide
    Arbitrary<TestReport> reports() {
        return Messages.reports();
    }

    /** All but the mark of a re-run. */
    private static String words(TestReport report) {
        return report.toString().replaceFirst("rerun=(true|false)", "");
    }
}
