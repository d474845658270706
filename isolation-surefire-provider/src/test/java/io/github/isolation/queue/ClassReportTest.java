package io.github.isolation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the queue is offered of a class. */
class ClassReportTest {
    private static Event event(ReportKind kind, String name, boolean rerun, String message) {
        Trace trace = kind.isFailure() ? new Trace(message, null, "java.lang.Error: " + message + "\n\tat x") : null;
        return new Reported(
                kind,
                new TestReport(
                        rerun,
                        1,
                        "a.ATest",
                        null,
                        name,
                        null,
                        null,
                        5,
                        trace,
                        Map.of(),
                        "a.ATest$Inner",
                        "[id:" + name + "]"));
    }

    private static ClassReport of(Event... events) {
        ClassReport report = new ClassReport();
        report.take(List.of(events));
        return report;
    }

    @Test
    void itHasEachResultAndWhatALaterReportNeeds() {
        Result result = of(
                        event(ReportKind.SET_STARTING, "", false, ""),
                        event(ReportKind.STARTING, "a", false, ""),
                        event(ReportKind.SUCCEEDED, "a", false, ""),
                        event(ReportKind.ERROR, "b", false, "no"),
                        event(ReportKind.SET_COMPLETED, "", false, ""))
                .of("a.ATest");
        assertEquals(
                "{\"what\":\"case\",\"source\":\"a.ATest\",\"class\":\"a.ATest$Inner\",\"name\":\"a\",\"outcome\":\"succeeded\",\"millis\":5}\n"
                        + "{\"what\":\"case\",\"source\":\"a.ATest\",\"class\":\"a.ATest$Inner\",\"name\":\"b\",\"outcome\":\"error\",\"millis\":5,"
                        + "\"message\":\"no\",\"stack\":\"java.lang.Error: no\\n\\tat x\"}\n",
                result.report());
        assertTrue(result.failed());
        assertEquals(5, result.millis());
    }

    @Test
    void aTestThatPassedAtAnotherAttemptHasNotFailed() {
        ClassReport first = of(event(ReportKind.FAILED, "a", false, "no"));
        assertTrue(first.of("a.ATest").failed());
        first.add(of(event(ReportKind.SUCCEEDED, "a", true, "")));
        assertFalse(first.of("a.ATest").failed());
        first.add(of(event(ReportKind.FAILED, "b", true, "no")));
        assertTrue(first.of("a.ATest").failed());
    }

    @Test
    void ofTwoResultsUnderOneNameTheFailureCounts() {
        assertTrue(of(event(ReportKind.FAILED, "a", false, "no"), event(ReportKind.SUCCEEDED, "a", false, ""))
                .of("a.ATest")
                .failed());
    }

    @Test
    void whatIsTooMuchIsCutOnceAndStillCounts() {
        ClassReport report = new ClassReport();
        String much = "x".repeat(ClassReport.MOST / 3);
        for (int i = 0; i < 5; i++) {
            report.take(List.of(event(ReportKind.FAILED, "t" + i, false, much)));
        }
        Result result = report.of("a.ATest");
        assertTrue(result.report().length() <= ClassReport.MOST + 20);
        assertTrue(result.report().endsWith("{\"what\":\"cut\"}\n"));
        assertEquals(
                1, result.report().lines().filter(line -> line.contains("cut")).count());
        assertTrue(result.failed());
    }
}
