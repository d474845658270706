package state;

import org.junit.jupiter.api.Test;

class PairPollutesLeftTest {
    @Test
    void pollutes() {
        Switches.left = true;
    }
}
