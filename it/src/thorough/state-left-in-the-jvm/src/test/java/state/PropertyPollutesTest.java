package state;

import org.junit.jupiter.api.Test;

class PropertyPollutesTest {
    @Test
    void pollutes() {
        System.setProperty("state.mode", "on"); // here
    }
}
