package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of workers that are gone. */
class DeathsTest {
    private final Deaths deaths = new Deaths(Configured.lanes(1).settings());

    @Test
    void whoSaysGoodbyeAndDoesNotExitIsNamed() {
        Logged line =
                describe(new DeathReason.Retired("after every class", null)).orElseThrow();
        assertEquals(LogLevel.WARNING, line.level());
        assertTrue(String.valueOf(line.message()).contains("did not exit in time"), line::toString);
    }

    @Test
    void whoSaysGoodbyeAndExitsIsNot() {
        assertEquals(Optional.empty(), describe(new DeathReason.Retired("after every class", Obituary.of(0))));
    }

    @Test
    void ofOneThatHadNoMemoryLeftAStatusOfZeroSaysNothing() {
        assertTrue(outOfMemory(Obituary.of(0)).endsWith(" crashed: out of memory."), outOfMemory(Obituary.of(0)));
        assertTrue(outOfMemory(Obituary.of(3)).endsWith(" crashed: out of memory, exit status 3."));
        assertTrue(
                outOfMemory(new Obituary(137, false, null, true, false))
                        .endsWith(
                                "out of memory, exit status 137 (SIGKILL), and the kernel has killed a process for lack of memory."));
    }

    @Test
    void aWorkerThatDoesNotStartSaysWhoseOptionsItHas() {
        Lane lane = new Lane(1, () -> 1);
        lane.remember("Picked up JAVA_TOOL_OPTIONS: -Xbogus");
        lane.remember("Unrecognized option: -Xbogus");
        DeathReason reason = new DeathReason.LaunchFailed(Obituary.of(1));
        String message = deaths.givingUp(new Ledger(), reason, lane).message();
        assertTrue(message.contains("Picked up JAVA_TOOL_OPTIONS: -Xbogus\n  Unrecognized option"), message);
        assertTrue(message.contains("Check argLine, which workers are started with"), message);
        Logged line = deaths.describe(reason, lane, new ClassRun(Unit.NONE, () -> 1), false)
                .orElseThrow();
        assertTrue(String.valueOf(line.message()).contains("JAVA_TOOL_OPTIONS"), line::toString);
        String crash = deaths.report(new DeathReason.Crashed(Obituary.of(3), null), lane)
                .message();
        assertTrue(!crash.contains("Picked up") && crash.contains("It last printed:\n  Unrecognized"), crash);
    }

    /** Names of threads are anybody's. */
    @Test
    void aReportShowsWhatCannotBeSeen() {
        DeathReason reason =
                new DeathReason.Crashed(Obituary.of(3), new ExitCaller("pool\u0000\uffff", "\tat a.B.c(\u0007)"));
        CrashReport report = deaths.report(reason, new Lane(1, () -> 1));
        assertTrue(report.message().contains("by thread \"pool\\u0000\\uffff\""), report.message());
        String text = String.valueOf(report.traceFor("a.Outer$In", "t\u001b").text());
        assertTrue(text.contains("\tat a.B.c(\\u0007)\n\tat a.Outer$In.t\\u001b(Unknown Source)"), text);
    }

    private String outOfMemory(Obituary obituary) {
        return deaths.report(new DeathReason.OutOfMemory(obituary), new Lane(1, () -> 1))
                .message();
    }

    private Optional<Logged> describe(DeathReason reason) {
        return deaths.describe(reason, new Lane(1, () -> 1), new ClassRun(Unit.NONE, () -> 1), false);
    }
}
