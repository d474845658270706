package old;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Dies in the second of three. */
@TestMethodOrder(OrderAnnotation.class)
class PlainTest {
    @Test
    @Order(1)
    void first() {
        Bodies.ran("Plain#first");
    }

    @Test
    @Order(2)
    void second() {
        Bodies.ran("Plain#second");
        Crash.here();
    }

    @Test
    @Order(3)
    void third() {
        Bodies.ran("Plain#third");
    }
}
