package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.Protocol;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;

/** What of Surefire's reports goes over the wire. */
class ReportsTest {
    @Test
    void everyFieldIsPassedOn() {
        SimpleReportEntry entry = new SimpleReportEntry(
                RunMode.RERUN_TEST_AFTER_FAILURE, 9L, "p.A", "An A", "a", "the a", null, 12, "why", Map.of());
        TestReport report = Reports.of(entry, true, "[engine:e]");
        assertEquals(
                new TestReport(true, 9, "p.A", "An A", "a", "the a", "why", 12, null, Map.of(), null, "[engine:e]"),
                report);
    }

    /** Surefire before 3.6 drops such a report, and so a result. */
    @Test
    void aReportWithoutARunIdHasOne() {
        SimpleReportEntry entry = new SimpleReportEntry(RunMode.NORMAL_RUN, null, "p.A", null, "a", null);
        assertEquals(0, Reports.of(entry, true, null).runId());
        assertEquals(0, Reports.bare(entry, new OutOfMemoryError(), null).runId());
    }

    @Test
    void aTraceHasItsMessageItsSummaryAndItsText() {
        SimpleReportEntry entry = Entries.failed("p.A", "a", 1, new IllegalStateException("broken"));
        Trace trace = Reports.of(entry, false, null).trace();
        assertEquals("broken", trace.message());
        assertTrue(trace.text().startsWith("java.lang.IllegalStateException: broken"), trace.text());
        assertTrue(trace.text().contains("ReportsTest.aTraceHasItsMessage"), trace.text());
    }

    @Test
    void whatNobodyCanShowIsStillAFailure() {
        SimpleReportEntry entry = Entries.failed("p.A", "a", 1, new IllegalStateException("broken"));
        TestReport bare = Reports.bare(entry, new OutOfMemoryError("as if"), "[engine:e]");
        assertTrue(bare.trace().text().contains("java.lang.OutOfMemoryError"));
        assertEquals("a", bare.name());
        assertEquals("[engine:e]", bare.id());
        assertNull(Reports.bare(Entries.test("p.A", "a", 1), new OutOfMemoryError(), null)
                .trace());
    }

    @Test
    void withLittleMemoryATestIsCountedAllTheSame() {
        SimpleReportEntry entry = Entries.failed("p.A", "a", 4, new IllegalStateException("x".repeat(1000)));
        TestReport full = Reports.withSystemProperties(entry, true, "[engine:e]");
        TestReport less = Reports.withoutLongTexts(full);
        assertEquals(
                "isolation: there was not enough memory to pass this on",
                less.trace().text());
        assertNull(less.message());
        assertEquals(full.name(), less.name());
        assertEquals(full.id(), less.id());
        assertEquals(full.runId(), less.runId());
        assertNull(Reports.withoutLongTexts(Reports.of(Entries.test("p.A", "a", 1), true, null))
                .trace());
    }

    @Test
    void propertiesThatAreNoTextAreLeftOut() {
        Map<String, String> properties = new HashMap<>();
        properties.put("k", "v");
        properties.put("null", null);
        properties.put(null, "null");
        TestReport report = Reports.withSystemProperties(Entries.setEnd("p.A", properties), true, null);
        assertEquals(Map.of("k", "v"), report.systemProperties());
    }

    @Test
    void aLongMessageIsCutAndItIsSaidByHowMuch() {
        String text = "x".repeat(Reports.MAX_FAILURE_TEXT) + "y".repeat(12_345);
        SimpleReportEntry entry = Entries.failed("p.A", "a", 1, new IllegalStateException(text));
        TestReport report = Reports.of(entry, true, null);
        assertTrue(report.message().endsWith("x ... (isolation left out 12,345 characters)"));
        assertFalse(report.trace().message().contains("y"));
    }

    /** Three texts of three bytes a character, and the properties. */
    @Test
    void theLargestReportFitsIntoAFrame() {
        String text = "\u20ac".repeat(2 * Reports.MAX_FAILURE_TEXT);
        SimpleReportEntry entry = Entries.failed("p.A", "a", 1, new IllegalStateException(text));
        byte[] encoded = EventCodec.encode(new Reported(ReportKind.FAILED, Reports.of(entry, true, null)));
        assertTrue(encoded.length < Protocol.MAX_FRAME, encoded.length + " bytes");
    }

    @Test
    void longOutputComesInPiecesOfWhichOnlyTheLastEndsTheLine() {
        String text = "a".repeat(1 << 20) + "b".repeat(5);
        List<Printed> pieces = Reports.printed(new TestOutputReportEntry(text, true, true, RunMode.NORMAL_RUN, 1L));
        assertEquals(2, pieces.size());
        assertEquals(text, pieces.stream().map(Printed::text).collect(Collectors.joining()));
        assertFalse(pieces.get(0).newLine());
        assertTrue(pieces.get(1).newLine());
    }

    @Test
    void anEmptyLineIsALine() {
        List<Printed> pieces = Reports.printed(new TestOutputReportEntry("", true, true, RunMode.NORMAL_RUN, 1L));
        assertEquals(List.of(new Printed("", true, true, false, 1L, null)), pieces);
    }

    @Test
    void noTraceIsNone() {
        StackTraceWriter none = null;
        assertNull(Reports.trace(none, true));
    }
}
