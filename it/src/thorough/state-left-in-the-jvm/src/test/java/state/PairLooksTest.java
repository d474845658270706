package state;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** Minds both together, and none of them alone. */
class PairLooksTest {
    @Test
    void looks() {
        assertFalse(Switches.left && Switches.right); // here
    }
}
