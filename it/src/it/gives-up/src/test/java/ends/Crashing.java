package ends;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Passes, crashes, and would pass. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Crashing {

    @Test
    @Order(1)
    void before() throws IOException {
        Bodies.ran(getClass().getSimpleName() + "#before");
    }

    @Test
    @Order(2)
    void culprit() throws IOException {
        Bodies.ran(getClass().getSimpleName() + "#culprit");
        Crash.here();
    }

    @Test
    @Order(3)
    void after() throws IOException {
        Bodies.ran(getClass().getSimpleName() + "#after");
    }
}
