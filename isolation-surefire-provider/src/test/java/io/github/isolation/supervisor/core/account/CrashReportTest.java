package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A death in the words of the errors that it leaves. */
class CrashReportTest {
    private final CrashReport crash = new CrashReport("a.Type", "it crashed", "\tat a.B.c(B.java:3)");

    @Test
    void aTraceEndsWithTheTestWhichIsWhereAReaderWantsToBeLed() {
        Trace trace = crash.traceFor("a.b.CTest", "m");
        assertEquals("it crashed", trace.message());
        assertEquals("CTest.m » it crashed", trace.summary());
        assertEquals("""
                a.Type: it crashed
                \tat a.B.c(B.java:3)
                \tat a.b.CTest.m(Unknown Source)
                """, trace.text());
    }

    @Test
    void ofAClassAndNoneOfItsTestsItSaysSo() {
        assertTrue(String.valueOf(crash.traceFor("CTest", null).text()).contains("\tat CTest.<class>(Unknown Source)"));
    }

    @Test
    void onTheConsoleItHasATraceWhichFailsTheBuild() {
        Logged line = crash.onConsole();
        assertEquals(LogLevel.ERROR, line.level());
        assertEquals(
                "a.Type: it crashed\n\tat a.B.c(B.java:3)\n",
                String.valueOf(line.trace().text()));
    }

    @Test
    void whatIsLeftOfAClassWasNotRunAndSaysWhy() {
        CrashReport rest = crash.forThoseAfter(0);
        assertEquals(CrashReport.NOT_RUN, rest.type());
        assertEquals("Not run: no other worker was started for the rest of its class. it crashed", rest.message());
        assertEquals(
                "Not run: the worker died while the class was being set up. it crashed",
                crash.forThoseAfter(1).message());
        assertEquals(
                "Not run: 2 workers died while the class was being set up. it crashed",
                crash.forThoseAfter(2).message());
        assertSame(rest, rest.forThoseAfter(1), "that it was not run is said once");
    }

    @Test
    void aClassOwesWhatIsNamed() {
        CrashReport owed = CrashReport.neverReported(
                List.of(new PlannedTest("id1", "C", "first", false), new PlannedTest("id2", null, "second", false)),
                "D",
                List.of("they came in another order"));
        assertEquals(
                "planned and never reported, by an engine that said it was done: C.first, D.second (they came in another"
                        + " order)",
                owed.message());
    }

    @Test
    void whatHasNoLookOfItsOwnIsShown() {
        CrashReport odd = new CrashReport("a.Type", "bell \u0007 and \uffff", "\tat x\u001b");
        assertEquals("bell \\u0007 and \\uffff", odd.message());
        assertEquals("\tat x\\u001b", odd.stack());
    }
}
