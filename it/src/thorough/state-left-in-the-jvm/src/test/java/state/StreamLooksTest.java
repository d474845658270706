package state;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class StreamLooksTest {
    @Test
    void looks() {
        assertFalse(System.in instanceof StreamPollutesTest.Own); // here
    }
}
