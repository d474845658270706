package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.process.OwnCommandLine;
import io.github.isolation.settings.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which of the options around a worker are the user's. */
class JvmOptionsTest {
    @Test
    void theEnvironmentHasOptionsToo() {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC '-Da=b c'", "JDK_JAVA_OPTIONS", "-Xshare:off", "PATH", "-Xint");
        assertEquals(
                List.of("-ea", "-XX:+UseG1GC", "-Da=b c", "-Xshare:off"),
                JvmOptions.inForce(List.of("-ea"), environment));
    }

    @Test
    void anArgLineThatWasMovedGoesFirstAndIsAllThereIs() {
        List<String> own = new ArrayList<>(Wiring.SUPERVISOR_OPTIONS);
        own.addAll(List.of(Wiring.supervisorHeap(3), Wiring.ARG_LINE_MOVED + "-Dx=", "-da"));
        assertEquals(
                List.of("-Dx='a \"b\"", "-da", "@file"), userOptions(own, List.of("-Dx='a \"b\"", "-da", "@file")));
        assertEquals(List.of(), userOptions(own, List.of()));
        own.add("-agentlib:surefires.own");
        assertEquals(List.of("-Xmx64m", "-agentlib:surefires.own"), userOptions(own, List.of("-Xmx64m")));
    }

    @Test
    void whereNothingWasMovedAllOptionsAreTheUsers() {
        assertEquals(List.of("-Xmx64m", "-da"), userOptions(List.of("-Xmx64m", "-da"), null));
    }

    private static List<String> userOptions(List<String> own, List<String> moved) {
        Properties properties = new Properties();
        if (moved != null) {
            properties.setProperty(Wiring.WORKER_ARG_LINE, Wiring.argLineOf(moved));
        }
        return JvmOptions.userOptions(
                new Booter(new OwnCommandLine("java", own, List.of()), new Properties(), properties));
    }
}
