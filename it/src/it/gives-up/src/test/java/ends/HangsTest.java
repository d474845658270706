package ends;

import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Has a result, a failure that deserves another attempt, and then no end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HangsTest {

    @Test
    @Order(1)
    void passes() throws IOException {
        Bodies.ran("Hangs#passes");
    }

    @Test
    @Order(2)
    void fails() throws IOException {
        Bodies.ran("Hangs#fails");
        throw new IllegalStateException("again, please");
    }

    @Test
    @Order(3)
    void hangs() throws IOException {
        Bodies.ran("Hangs#hangs");
        while (true) {
            LockSupport.park();
        }
    }
}
