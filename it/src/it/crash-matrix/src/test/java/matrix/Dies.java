package matrix;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three tests in a fixed order, one of which ends the JVM. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Dies {

    private final Way way;
    private final int culprit;

    Dies(Way way, int culprit) {
        this.way = way;
        this.culprit = culprit;
    }

    @Test
    @Order(1)
    void first() throws Exception {
        body(1);
    }

    @Test
    @Order(2)
    void second() throws Exception {
        body(2);
    }

    @Test
    @Order(3)
    void third() throws Exception {
        body(3);
    }

    private void body(int number) throws Exception {
        Bodies.ran(getClass().getName() + "#" + number);
        if (number == culprit) {
            way.end();
        }
    }
}
