package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.supervisor.core.account.CrashReport;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitCaller;
import io.github.isolation.supervisor.core.life.ExitInfo;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of workers that are gone. */
class DeathMessagesTest {
    private final DeathMessages deaths = new DeathMessages(Configured.forks(1).settings());

    @Test
    void whoSaysGoodbyeAndDoesNotExitIsNamed() {
        Logged line =
                describe(new DeathReason.Retired("after every class", null)).orElseThrow();
        assertEquals(LogLevel.WARNING, line.level());
        assertTrue(String.valueOf(line.message()).contains("did not exit in time"), line::toString);
    }

    @Test
    void whoSaysGoodbyeAndExitsIsNot() {
        assertEquals(Optional.empty(), describe(new DeathReason.Retired("after every class", ExitInfo.of(0))));
    }

    @Test
    void ofOneThatHadNoMemoryLeftAStatusOfZeroSaysNothing() {
        assertTrue(outOfMemory(ExitInfo.of(0)).endsWith(" crashed: out of memory."), outOfMemory(ExitInfo.of(0)));
        assertTrue(outOfMemory(ExitInfo.of(3)).endsWith(" crashed: out of memory, exit status 3."));
        assertTrue(
                outOfMemory(new ExitInfo(137, false, null, true, false))
                        .endsWith(
                                "out of memory, exit status 137 (SIGKILL), and the kernel has killed a process for lack of memory."));
    }

    @Test
    void aWorkerThatDoesNotStartSaysWhoseOptionsItHas() {
        Worker worker = worker();
        worker.remember("Picked up JAVA_TOOL_OPTIONS: -Xbogus");
        worker.remember("Unrecognized option: -Xbogus");
        DeathReason reason = new DeathReason.LaunchFailed(ExitInfo.of(1));
        String message = deaths.givingUp(new RunStatistics(), reason, worker).message();
        assertTrue(message.contains("Picked up JAVA_TOOL_OPTIONS: -Xbogus\n  Unrecognized option"), message);
        assertTrue(message.contains("Check argLine, which workers are started with"), message);
        Logged line = deaths.describe(reason, worker, worker().inHand(), false).orElseThrow();
        assertTrue(String.valueOf(line.message()).contains("JAVA_TOOL_OPTIONS"), line::toString);
        String crash = deaths.report(new DeathReason.Crashed(ExitInfo.of(3), null), worker)
                .message();
        assertTrue(!crash.contains("Picked up") && crash.contains("It last printed:\n  Unrecognized"), crash);
    }

    /** Names of threads are anybody's. */
    @Test
    void aReportShowsWhatCannotBeSeen() {
        DeathReason reason =
                new DeathReason.Crashed(ExitInfo.of(3), new ExitCaller("pool\u0000\uffff", "\tat a.B.c(\u0007)"));
        CrashReport report = deaths.report(reason, worker());
        assertTrue(report.message().contains("by thread \"pool\\u0000\\uffff\""), report.message());
        String text = String.valueOf(report.traceFor("a.Outer$In", "t\u001b").text());
        assertTrue(text.contains("\tat a.B.c(\\u0007)\n\tat a.Outer$In.t\\u001b(Unknown Source)"), text);
    }

    private static Worker worker() {
        return new Worker(1, 1, () -> 1);
    }

    private String outOfMemory(ExitInfo exit) {
        return deaths.report(new DeathReason.OutOfMemory(exit), worker()).message();
    }

    private Optional<Logged> describe(DeathReason reason) {
        return deaths.describe(reason, worker(), worker().inHand(), false);
    }
}
