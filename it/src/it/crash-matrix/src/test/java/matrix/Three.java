package matrix;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three tests that do no harm: that comes from around them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Three {

    @Test
    @Order(1)
    void first() {
        body(1);
    }

    @Test
    @Order(2)
    void second() {
        body(2);
    }

    @Test
    @Order(3)
    void third() {
        body(3);
    }

    void body(int number) {
        Bodies.ran(getClass().getName() + "#" + number);
    }
}
