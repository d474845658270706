package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a worker is quoted with when it dies. */
class LastWordsTest {
    @Test
    void whatTheJvmSaysOfAnAgentIsNotTakenForTheReasonOfItsDeath() {
        LastWords words = new LastWords();
        words.remember("libgpu: context lost", false);
        words.remember(
                "OpenJDK 64-Bit Server VM warning: Sharing is only supported for boot loader classes because bootstrap"
                        + " classpath has been appended",
                false);
        assertEquals(List.of("libgpu: context lost"), words.tail());
    }

    /** On JDK 21 and later it says more of agents, and on 24 of native code. */
    @Test
    void whatTheJvmSaysOfItselfIsNoReason() {
        LastWords words = new LastWords();
        for (String line : List.of(
                "Picked up JAVA_TOOL_OPTIONS: -Xmx1g",
                "Picked up _JAVA_OPTIONS: -Xmx1g",
                "NOTE: Picked up JDK_JAVA_OPTIONS: -Xmx1g",
                "WARNING: A Java agent has been loaded dynamically (/m/byte-buddy-agent.jar)",
                "WARNING: If a serviceability tool is in use, please run with -XX:+EnableDynamicAgentLoading to hide this warning",
                "WARNING: Dynamic loading of agents will be disallowed by default in a future release",
                "WARNING: java.lang.System::load has been called by org.x.Native in an unnamed module (file:/n.jar)",
                "WARNING: Use --enable-native-access=ALL-UNNAMED to avoid a warning for callers in this module",
                "WARNING: the pool is exhausted")) {
            words.remember(line, false);
        }
        assertEquals(List.of("WARNING: the pool is exhausted"), words.tail());
        // Of a JVM that does not start, the options in its environment may be the reason.
        assertEquals("Picked up JAVA_TOOL_OPTIONS: -Xmx1g", words.ofItsStart().get(0));
    }

    @Test
    void whatCannotBeSeenIsShown() {
        LastWords words = new LastWords();
        words.remember("\u001b[31mred\u001b[0m \uffff", false);
        assertEquals(List.of("\\u001b[31mred\\u001b[0m \\uffff"), words.tail());
    }
}
