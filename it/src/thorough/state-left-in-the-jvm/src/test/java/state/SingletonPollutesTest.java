package state;

import org.junit.jupiter.api.Test;

class SingletonPollutesTest {
    @Test
    void pollutes() {
        Catalogue.INSTANCE.mode = "fast";
    }
}
