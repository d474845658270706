package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows of a cause of death: who is blamed, and whether anything was interrupted. */
class DeathReasonTest {
    private static final ExitInfo KILLED = ExitInfo.of(ExitStatus.SIGKILL);
    private static final DeathReason FINISHED = new DeathReason.Finished(KILLED);
    private static final DeathReason RETIRED = new DeathReason.Retired("after a failure", KILLED);
    private static final DeathReason CRASHED = new DeathReason.Crashed(KILLED, null);
    private static final DeathReason OUT_OF_MEMORY = new DeathReason.OutOfMemory(KILLED);
    private static final DeathReason TIMED_OUT = new DeathReason.TimedOut("it took too long");
    private static final DeathReason LAUNCH_FAILED = new DeathReason.LaunchFailed(KILLED);
    private static final DeathReason PROTOCOL_BROKEN = new DeathReason.ProtocolBroken("it stammers");
    private static final DeathReason CANCELLED = new DeathReason.Cancelled();
    private static final List<DeathReason> ALL =
            List.of(FINISHED, RETIRED, CRASHED, OUT_OF_MEMORY, TIMED_OUT, LAUNCH_FAILED, PROTOCOL_BROKEN, CANCELLED);

    @Test
    void aTestIsBlamedForACrashInWhateverFormItComes() {
        assertEquals(
                List.of(CRASHED, OUT_OF_MEMORY, PROTOCOL_BROKEN),
                ALL.stream().filter(DeathReason::isCrash).toList());
    }

    @Test
    void aTimeoutInterruptsAndIsNoCrash() {
        assertEquals(
                List.of(CRASHED, OUT_OF_MEMORY, TIMED_OUT, PROTOCOL_BROKEN),
                ALL.stream().filter(DeathReason::interrupts).toList());
    }

    /** What we end ourselves ends by SIGKILL too. */
    @Test
    void onlyACrashCanHaveComeFromOutside() {
        assertEquals(
                List.of(CRASHED),
                ALL.stream().filter(DeathReason::cameFromOutside).toList());
        assertFalse(new DeathReason.Crashed(ExitInfo.of(134), null).cameFromOutside());
        assertFalse(new DeathReason.Crashed(null, null).cameFromOutside(), "nobody saw its process exit");
    }

    @Test
    void ofAnEndThatWeOrderedTheExitSaysNothing() {
        assertEquals(KILLED, CRASHED.exit());
        assertEquals(KILLED, LAUNCH_FAILED.exit());
        assertNull(TIMED_OUT.exit());
        assertNull(PROTOCOL_BROKEN.exit());
        assertNull(CANCELLED.exit());
    }

    @Test
    void whatTookTooLongIsOfOneSliceOnly() {
        Death test = new Death(TIMED_OUT, new Overdue(7, false, "T.t took longer than 1.0 s"));
        assertTrue(test.isFor(7));
        assertFalse(test.isFor(8));
        assertFalse(test.isTimeoutOfClass(7), "a test, and not its class");
        Death wholeClass = new Death(TIMED_OUT, new Overdue(7, true, "T took longer than 1.0 s"));
        assertTrue(wholeClass.isTimeoutOfClass(7));
        assertFalse(wholeClass.isTimeoutOfClass(8));
    }

    @Test
    void whatNobodyWaitedForIsOfEverySlice() {
        Death crash = new Death(CRASHED, null);
        assertTrue(crash.isFor(7));
        assertFalse(crash.isTimeoutOfClass(7));
    }

    @Test
    void laidToSomethingElseItStillTookTooLong() {
        Overdue overdue = new Overdue(7, true, "T took longer than 1.0 s");
        assertEquals(new Death(OUT_OF_MEMORY, overdue), new Death(CRASHED, overdue).with(OUT_OF_MEMORY));
    }
}
