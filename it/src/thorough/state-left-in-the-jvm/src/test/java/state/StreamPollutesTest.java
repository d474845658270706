package state;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class StreamPollutesTest {
    @Test
    void pollutes() {
        System.setIn(new ByteArrayInputStream(new byte[1])); // here
    }
}
