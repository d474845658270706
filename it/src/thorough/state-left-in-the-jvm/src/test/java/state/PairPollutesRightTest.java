package state;

import org.junit.jupiter.api.Test;

class PairPollutesRightTest {
    @Test
    void pollutes() {
        Switches.right = true;
    }
}
