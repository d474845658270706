package state;

import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class PropertyLooksTest {
    @Test
    void looks() {
        assertNull(System.getProperty("state.mode")); // here
    }
}
