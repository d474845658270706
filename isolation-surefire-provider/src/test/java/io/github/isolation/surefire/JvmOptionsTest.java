package io.github.isolation.surefire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a JVM is told by its environment counts as what the user said. */
class JvmOptionsTest {
    @Test
    void theEnvironmentHasOptionsToo() {
        Map<String, String> environment = Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC '-Da=b c'", "JDK_JAVA_OPTIONS", "-Xshare:off", "PATH", "-Xint");
        assertEquals(
                List.of("-ea", "-XX:+UseG1GC", "-Da=b c", "-Xshare:off"),
                JvmOptions.inForce(List.of("-ea"), environment));
    }
}
