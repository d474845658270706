package pit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.it.support.Notes;
import org.junit.jupiter.api.Test;

/** Passes in a JVM with the options of the user's argLine, and in no other. */
class SumTest {
    @Test
    void adds() throws Exception {
        Notes.take(SumTest.class);
        assertEquals("yes", System.getProperty("needed"));
        assertTrue(Runtime.getRuntime().maxMemory() > (200L << 20), "the supervisor has less");
        assertEquals(3, Sum.of(1, 2));
    }
}
