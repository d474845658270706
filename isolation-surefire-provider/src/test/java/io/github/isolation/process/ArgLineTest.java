package io.github.isolation.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Words as Surefire's own command line has them. */
class ArgLineTest {
    @Test
    void whiteSpaceSeparatesAndQuotesKeepTogether() {
        assertEquals(List.of(), ArgLine.split("   "));
        assertEquals(List.of("-Xmx1g", "-Da=b"), ArgLine.split(" -Xmx1g\n  -Da=b "));
        assertEquals(List.of("-javaagent:/a b/x.jar=d", "-Dx="), ArgLine.split("\"-javaagent:/a b/x.jar=d\" -Dx="));
        assertEquals(List.of("-Da=it's"), ArgLine.split("-Da=\"it's\""));
        assertEquals(List.of("", "x"), ArgLine.split("'' x"));
    }
}
