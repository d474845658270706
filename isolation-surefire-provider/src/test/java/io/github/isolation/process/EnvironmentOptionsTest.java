package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words as a JVM reads them from its environment. */
class EnvironmentOptionsTest {
    @Test
    void whiteSpaceSeparatesAndQuotesKeepTogether() {
        assertEquals(List.of(), EnvironmentOptions.split("   "));
        assertEquals(List.of("-Xmx1g", "-Da=b"), EnvironmentOptions.split(" -Xmx1g\n  -Da=b "));
        assertEquals(
                List.of("-javaagent:/a b/x.jar=d", "-Dx="),
                EnvironmentOptions.split("\"-javaagent:/a b/x.jar=d\" -Dx="));
        assertEquals(List.of("-Da=it's"), EnvironmentOptions.split("-Da=\"it's\""));
        assertEquals(List.of("", "x"), EnvironmentOptions.split("'' x"));
    }
}
