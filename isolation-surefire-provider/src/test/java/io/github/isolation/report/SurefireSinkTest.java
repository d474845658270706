package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to Maven is said in Surefire's words, with nothing added, left out, or in it that it cannot write. */
class SurefireSinkTest {
    private static final Trace TRACE = new Trace("why \uffff", "short \ud800", "a.Odd\u0007Error: why\n\tat \ufffe\n");

    private final HeardCalls heard = new HeardCalls();
    private final SurefireSink sink = heard.sink();

    @ParameterizedTest
    @CsvSource({
        "SET_STARTING, testSetStarting",
        "SET_COMPLETED, testSetCompleted",
        "STARTING, testStarting",
        "SUCCEEDED, testSucceeded",
        "FAILED, testFailed",
        "ERROR, testError",
        "SKIPPED, testSkipped",
        "ABORTED, testAssumptionFailure"
    })
    void everyKindOfReportHasACallOfItsOwn(ReportKind kind, String call) {
        sink.tell(new Reported(kind, report("a.A", "t", null)));
        assertEquals(List.of(call + " a.A t"), heard.calls);
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void aListenerHearsItAfterMaven(ReportKind kind) {
        List<String> order = new ArrayList<>();
        HeardCalls first = new HeardCalls(order::add);
        SurefireSink withListener = first.sink();
        withListener.setListener(event -> order.add("listener"));
        withListener.tell(new Reported(kind, report("a.A", "t", null)));
        assertEquals(2, order.size());
        assertEquals("listener", order.get(1));
    }

    @Test
    void linesGoToTheConsoleByTheirLevel() {
        for (LogLevel level : LogLevel.values()) {
            sink.tell(new Logged(level, level + " \u001b[1mbold\u001b[m \u0007", null));
            sink.tell(new Logged(level, null, null));
        }
        assertEquals(
                List.of(
                        "consoleDebugLog DEBUG \u001b[1mbold\u001b[m \\u0007",
                        "consoleDebugLog ",
                        "consoleInfoLog INFO \u001b[1mbold\u001b[m \\u0007",
                        "consoleInfoLog ",
                        "consoleWarningLog WARNING \u001b[1mbold\u001b[m \\u0007",
                        "consoleWarningLog ",
                        "consoleErrorLog ERROR \u001b[1mbold\u001b[m \\u0007",
                        "consoleErrorLog "),
                heard.calls);
    }

    /** Only with an error it counts; Surefire has no place for one beside another line. */
    @Test
    void anErrorWithATraceIsSaidByItsTrace() {
        sink.tell(new Logged(LogLevel.ERROR, "line", new Trace(null, null, "a.Error: \u0007why\n")));
        sink.tell(new Logged(LogLevel.WARNING, "line", TRACE));
        assertEquals(List.of("consoleErrorLog a.Error: \\u0007why", "consoleWarningLog line"), heard.calls);
    }

    /** It keeps the first one, and has no ear for others: {@code ForkClient.ErrorListener}. */
    @Test
    void whatComesBehindTheFirstErrorIsSaidAsAWarningAsWell() {
        sink.tell(new Logged(LogLevel.ERROR, "before", null));
        sink.tell(new Logged(LogLevel.ERROR, "one", new Trace(null, null, "a.Error: one")));
        sink.tell(new Logged(LogLevel.ERROR, "two", new Trace(null, null, "a.Error: two")));
        sink.tell(new Logged(LogLevel.ERROR, "three", null));
        assertEquals(
                List.of(
                        "consoleErrorLog before",
                        "consoleErrorLog a.Error: one",
                        "consoleWarningLog two",
                        "consoleErrorLog a.Error: two",
                        "consoleWarningLog three"),
                heard.calls);
    }

    @Test
    void theOtherCallsAreWhatTheirNamesSay() {
        sink.tell(new Event.StopOnNextTest());
        sink.tell(new Event.ExitError(null));
        sink.tell(new Event.ExitError(new Trace(null, null, "a.Error: why\nmore")));
        sink.tell(new Printed("text", true, false, false, 3L, null));
        sink.askForClass();
        sink.bye();
        assertEquals(
                List.of(
                        "stopOnNextTest ",
                        "sendExitError null",
                        "sendExitError a.Error: why",
                        "testOutput 4",
                        "acquireNextTest ",
                        "bye "),
                heard.calls);
    }

    /** Plans and progress are between worker and supervisor: Surefire would not understand a word. */
    @Test
    void whatIsOursAloneIsRefusedAndNotListenedTo() {
        List<Event> listened = new ArrayList<>();
        sink.setListener(listened::add);
        for (Event event : List.of(
                new Event.Bye(), new Event.Pong(), new Event.Began("id", false), new Event.Planned(List.of()))) {
            assertThrows(IllegalArgumentException.class, () -> sink.tell(event), event.toString());
        }
        assertEquals(List.of(), heard.calls);
        assertEquals(List.of(), listened);
    }

    @Test
    void anEntryHasEveryFieldAndNoneThatXmlCannotHold() {
        TestEntry entry = Entries.report(new TestReport(
                true,
                77,
                "a.A\uffff",
                "A \u0001",
                "t\ud800",
                "T",
                "why",
                5,
                TRACE,
                Map.of("k\u0007", "v\u0007\ufffe"),
                "a.A$N",
                "[engine:e]"));
        assertEquals(RunMode.RERUN_TEST_AFTER_FAILURE, entry.getRunMode());
        assertEquals(77L, entry.getTestRunId());
        assertEquals("a.A\ufffd", entry.getSourceName());
        assertEquals("A \u0001", entry.getSourceText());
        assertEquals("t\ufffd", entry.getName());
        assertEquals("T", entry.getNameText());
        assertEquals("why", entry.getMessage());
        assertEquals(5, entry.getElapsed());
        assertEquals(Map.of("k\\u0007", "v\u0007\ufffd"), entry.getSystemProperties());
        assertEquals("a.A$N", entry.getSourceQualifiedName());
        assertEquals("short \ufffd", entry.getStackTraceWriter().smartTrimmedStackTrace());
    }

    @Test
    void anEntryOfATestSetHasNoMore() {
        TestEntry entry = Entries.report(report("a.A", null, null));
        assertEquals(RunMode.NORMAL_RUN, entry.getRunMode());
        assertNull(entry.getName());
        assertNull(entry.getNameText());
        assertNull(entry.getMessage());
        assertNull(entry.getElapsed());
        assertNull(entry.getStackTraceWriter());
        assertNull(entry.getSourceQualifiedName());
        assertEquals(Map.of(), entry.getSystemProperties());
    }

    @Test
    void aTraceIsTheTextThatCameAndItsTypeCanBeRead() {
        TextTrace trace = Entries.trace(TRACE);
        String text = "a.Odd\\u0007Error: why\n\tat \ufffd\n";
        assertEquals(text, trace.writeTraceToString());
        assertEquals(text, trace.writeTrimmedTraceToString());
        assertEquals("why \ufffd", trace.getThrowable().getLocalizedMessage());
        assertEquals(
                "a.Odd\\u0007Error",
                Entries.trace(new Trace(null, null, "a.Odd\u0007Error")).writeTraceToString());
        assertEquals(
                "a.E: \u0007",
                Entries.trace(new Trace(null, null, "a.E: \u0007")).writeTraceToString());
    }

    @Test
    void aTraceWithoutAnythingIsNone() {
        TextTrace trace = Entries.trace(new Trace(null, null, null));
        assertNull(trace.writeTraceToString());
        assertNull(trace.writeTrimmedTraceToString());
        assertNull(trace.smartTrimmedStackTrace());
        assertNull(trace.getThrowable());
    }

    @Test
    void outputIsWhatWasPrintedLessWhatXmlCannotHold() {
        TestOutputReportEntry out = Entries.output(new Printed("a\u001b[1m\uffff", true, true, true, 9L, null));
        assertEquals("a\u001b[1m\ufffd", out.getLog());
        assertEquals(true, out.isStdOut() && out.isNewLine());
        assertEquals(RunMode.RERUN_TEST_AFTER_FAILURE, out.getRunMode());
        assertEquals(9L, out.getTestRunId());
        TestOutputReportEntry err = Entries.output(new Printed("", false, false, false, null, "a.A#t"));
        assertFalse(err.isStdOut() || err.isNewLine());
        assertEquals(RunMode.NORMAL_RUN, err.getRunMode());
        assertNull(err.getTestRunId());
    }

    private static TestReport report(String source, String name, Trace trace) {
        return new TestReport(false, 1, source, null, name, null, null, null, trace, Map.of(), null, null);
    }
}
