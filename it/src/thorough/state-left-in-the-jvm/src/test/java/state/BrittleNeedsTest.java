package state;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Passes only where the other has been before. */
class BrittleNeedsTest {
    @Test
    void needs() {
        assertTrue(Switches.ready); // here
    }
}
