package inner;

import io.github.isolation.it.support.Crash;
import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** All that can happen to a worker: it crashes, it retires, it ends. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashesTest {

    @Test
    @Order(1)
    void crashes() throws IOException {
        Notes.take(getClass());
        Crash.here();
    }

    @Test
    @Order(2)
    void fails() {
        throw new AssertionError("on purpose");
    }

    @Test
    @Order(3)
    void passes() {}
}
