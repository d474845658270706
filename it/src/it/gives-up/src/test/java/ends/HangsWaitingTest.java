package ends;

import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Waits for one that hangs. */
class HangsWaitingTest {

    @Test
    void passes() throws IOException {
        Bodies.ran("HangsWaiting#passes");
    }
}
