package state;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class OutputLooksTest {
    @Test
    void looks() {
        assertFalse(System.err instanceof OutputPollutesTest.Own); // here
    }
}
