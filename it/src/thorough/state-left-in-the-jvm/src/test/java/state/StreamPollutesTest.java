package state;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class StreamPollutesTest {
    /** Its type is what the other looks for. */
    static final class Own extends ByteArrayInputStream {
        Own() {
            super(new byte[1]);
        }
    }

    @Test
    void pollutes() {
        System.setIn(new Own()); // here
    }
}
