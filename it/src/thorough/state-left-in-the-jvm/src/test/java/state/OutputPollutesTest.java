package state;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** Of these two streams every class gets new ones from Surefire, so nobody can mind. */
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
