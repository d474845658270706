package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a process leaves, in words. */
class ExitInfoTest {
    @Example
    void signalsHaveNames() {
        assertEquals("exit status 139 (SIGSEGV)", ExitInfo.of(139).describe());
        assertEquals("exit status 137 (SIGKILL)", ExitInfo.of(137).describe());
        assertEquals("exit status 143 (SIGTERM)", ExitInfo.of(143).describe());
    }

    @Property
    void everyStatusIsSaidAsItIs(@ForAll @IntRange(max = 255) int status) {
        String words = ExitInfo.of(status).describe();
        assertTrue(words.matches("exit status " + status + "( \\(SIG[A-Z]+\\))?"), words);
    }

    @Example
    void whatCouldNotBeStartedHasNoStatus() {
        assertEquals("there is no process", ExitInfo.of(ExitStatus.NO_PROCESS).describe());
    }

    /** An access violation, for one, which is how a JVM on Windows ends that crashes in native code. */
    @Example
    void whatIsNegativeOtherwiseIsAStatusOfWindows() {
        assertEquals("exit status 0xc0000005", ExitInfo.of(0xc0000005).describe());
        assertEquals(
                "out of memory, exit status 0xc0000017", ExitInfo.of(0xc0000017).describeOutOfMemory());
    }

    @Example
    void theErrorReportOfTheJvmAndTheKernelAreQuoted() {
        ExitInfo exit = new ExitInfo(134, false, "the JVM reports SIGSEGV in libx, see f", true, false);
        assertEquals(
                "exit status 134 (SIGABRT), and the kernel has killed a process for lack of memory;"
                        + " the JVM reports SIGSEGV in libx, see f",
                exit.describe());
    }

    @Example
    void onlyASigkillThatNothingElseExplainsCameFromOutside() {
        assertTrue(ExitInfo.of(137).killedFromOutside());
        assertFalse(ExitInfo.of(143).killedFromOutside());
        assertFalse(new ExitInfo(137, false, null, true, false).killedFromOutside(), "the kernel, for want of memory");
        assertFalse(new ExitInfo(137, false, "the JVM reports SIGSEGV", false, false).killedFromOutside());
    }

    @Example
    void ofWantOfMemoryAStatusOfZeroSaysNothing() {
        assertEquals("out of memory", ExitInfo.of(0).describeOutOfMemory());
        assertEquals("out of memory, exit status 3", ExitInfo.of(3).describeOutOfMemory());
    }
}
