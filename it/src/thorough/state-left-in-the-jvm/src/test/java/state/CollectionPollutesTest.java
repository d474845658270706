package state;

import org.junit.jupiter.api.Test;

class CollectionPollutesTest {
    @Test
    void pollutes() {
        Registry.NAMES.add("left behind");
    }
}
