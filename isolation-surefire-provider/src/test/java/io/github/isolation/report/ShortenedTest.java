package io.github.isolation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.EventCodec;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Where there is room for little, every result is there, and the beginning of why. */
class ShortenedTest {
    private static final int MOST = 4_000;

    @Property(tries = 200)
    void aResultIsWhatItWasAndItsTextsAreShort(
            @ForAll ReportKind kind,
            @ForAll @IntRange(max = 9_000) int length,
            @ForAll long runId,
            @ForAll boolean rerun) {
        String text = "x".repeat(length);
        Trace trace = new Trace(text, text, text);
        TestReport whole = new TestReport(
                rerun, runId, "a.A", "A", "t", text, text, 7, trace, Map.of("k", text), "a.A$N", "[engine:e]/t");
        Reported shortened = (Reported) Shortened.of(new Reported(kind, whole));
        String cut = length <= MOST
                ? text
                : text.substring(0, MOST) + " ... (isolation left out " + (length - MOST) + " characters)";
        assertEquals(kind, shortened.kind());
        assertEquals(
                new TestReport(
                        rerun,
                        runId,
                        "a.A",
                        "A",
                        "t",
                        cut,
                        cut,
                        7,
                        new Trace(cut, cut, cut),
                        Map.of(),
                        "a.A$N",
                        "[engine:e]/t"),
                shortened.report());
        assertTrue(EventCodec.encode(shortened).length < 6 * MOST);
    }

    @Example
    void whatIsMissingStaysMissing() {
        TestReport bare = new TestReport(false, 1, null, null, null, null, null, null, null, Map.of(), null, null);
        assertEquals(new Reported(ReportKind.STARTING, bare), Shortened.of(new Reported(ReportKind.STARTING, bare)));
        TestReport failed = bare.withTrace(new Trace(null, null, null));
        assertEquals(new Reported(ReportKind.ERROR, failed), Shortened.of(new Reported(ReportKind.ERROR, failed)));
    }

    @Example
    void outputIsNotKeptAndEverythingElseIs() {
        assertNull(Shortened.of(new Printed("text", true, true, false, null, null)));
        Event stop = new Event.StopOnNextTest();
        assertSame(stop, Shortened.of(stop));
    }
}
