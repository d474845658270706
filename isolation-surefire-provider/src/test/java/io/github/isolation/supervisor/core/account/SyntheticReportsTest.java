package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Errors that no worker wrote, under the names that a worker would have used, and in the books of their class. */
class SyntheticReportsTest {
    private static final CrashReport CRASH = new CrashReport("type", "it crashed", null);

    private final AtomicLong freshRunIds = new AtomicLong(1_000);
    private final ClassAccount account = new ClassAccount("a.C", 1, freshRunIds::incrementAndGet);
    private final TestBook tests = account.whole().tests();
    private final SyntheticReports reports = new SyntheticReports(account, tests);

    @Test
    void theErrorOfATestThatDidNotBeginIsFiledWhereTheTestWouldHaveBeen() {
        Reported error = (Reported) reports.error(new PlannedTest("[e]/x", "a.C$In", "x", false), CRASH);
        assertEquals(ReportKind.ERROR, error.kind());
        assertEquals("a.C$In", error.report().source());
        assertEquals("x", error.report().name());
        assertTrue(text(error).contains("\tat a.C$In.x(Unknown Source)"), () -> text(error));
    }

    @Test
    void ofATestWhoseClassIsUnknownItIsFiledUnderTheOneThatWasAskedFor() {
        Reported error = (Reported) reports.error(new PlannedTest("[e]/x", null, "x", false), CRASH);
        assertEquals("a.C", error.report().source());
    }

    @Test
    void itIsFinalAndTriedAgainLikeAnyOther() {
        tests.planned(List.of(new PlannedTest("[e]/x", "a.C", "x", false)));
        reports.error(new PlannedTest("[e]/x", "a.C", "x", false), CRASH);
        assertEquals(List.of(), tests.remaining());
        assertEquals(Set.of("[e]/x"), account.failures().ids());
        assertTrue(account.deservesAnother());
    }

    @Test
    void noOtherAttemptWouldFindTestsThatCannotBeFound() {
        Reported error = (Reported) reports.undiscoverable(reports.entry("a.C", "initializationError"), CRASH);
        assertEquals(ReportKind.ERROR, error.kind());
        assertFalse(account.deservesAnother());
    }

    @Test
    void eachHasARunIdOfItsOwn() {
        assertNotEquals(
                reports.entry("a.C", "x").runId(), reports.entry("a.C", "x").runId());
    }

    @Test
    void inAnotherAttemptItHasTheRunIdOfTheFirst() {
        account.failures().add("[e]/x", report(5, "x", "[e]/x"));
        ClassAccount second = account.again();
        TestReport entry = new SyntheticReports(second, second.whole().tests()).entry("a.C", "x");
        assertEquals(5, entry.runId());
        assertTrue(entry.rerun());
    }

    /** What is in it crashed; it stands for what was left of it. */
    @Test
    void aTestWithAnotherInItDidNotCrashItself() {
        List<Reported> errors = reports
                .inFlight(
                        List.of(
                                report(1, "feature", "[e]/f"),
                                report(2, "row", "[e]/f/[i:#1]"),
                                report(3, "other", "[e]/o"),
                                report(4, "without", null)),
                        CRASH)
                .stream()
                .map(Reported.class::cast)
                .toList();
        assertTrue(text(errors.get(0)).startsWith(CrashReport.NOT_RUN), () -> text(errors.get(0)));
        for (Reported error : errors.subList(1, 4)) {
            assertTrue(text(error).startsWith("type: it crashed"), () -> text(error));
        }
    }

    private static String text(Reported error) {
        Trace trace = error.report().trace();
        assertNotNull(trace);
        return String.valueOf(trace.text());
    }

    private static TestReport report(long runId, String name, @Nullable String id) {
        return new TestReport(false, runId, "a.C", null, name, null, null, 1, null, Map.of(), null, id);
    }
}
