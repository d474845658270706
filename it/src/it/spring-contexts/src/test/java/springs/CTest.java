package springs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Leaves a process behind, which Spring knows nothing of. */
class CTest {
    @Test
    void startsAProcess() throws Exception {
        assertTrue(new ProcessBuilder("sleep", "30").start().isAlive());
    }
}
