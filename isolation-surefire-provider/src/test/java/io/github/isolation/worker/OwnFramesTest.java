package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class OwnFramesTest {
    @Test
    void whatCallsTheProviderIsLeftOutAndNothingElse() {
        String kept = """
                java.lang.IllegalStateException: x
                \tat p.ATest.a(ATest.java:2)
                \tat io.github.isolation.worker.Leaks.look(Leaks.java:1)
                \tat org.apache.maven.surefire.junit4.JUnit4Provider.invoke(JUnit4Provider.java:155)
                %s\tat org.apache.maven.surefire.booter.ForkedBooter.main(ForkedBooter.java:495)
                Caused by: a.B
                \t... 3 more
                """;
        String ours = """
                \tat io.github.isolation.worker.Discovery.run(Discovery.java:40)
                \tat app//io.github.isolation.worker.IsolationProvider.invoke(IsolationProvider.java:108)
                """;
        String trace = kept.formatted(ours);
        String without = kept.formatted("");
        assertEquals(without, OwnFrames.removeFrom(trace));
    }

    @Test
    void aTraceThatHasNoneOfThemIsNotTouched() {
        String trace = "x: it was in io.github.isolation.worker.Discovery.run\n\tat p.A.a(A.java:1)\n";
        assertEquals(trace, OwnFrames.removeFrom(trace));
        String other = "x\n\tat p.A.a(A.java:1)";
        assertSame(other, OwnFrames.removeFrom(other));
        assertNull(OwnFrames.removeFrom(null));
    }
}
