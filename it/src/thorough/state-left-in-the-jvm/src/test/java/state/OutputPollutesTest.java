package state;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class OutputPollutesTest {
    /** Its type is what the other looks for. */
    static final class Own extends PrintStream {
        Own() {
            super(System.err);
        }
    }

    @Test
    void pollutes() {
        System.setErr(new Own()); // here
    }
}
