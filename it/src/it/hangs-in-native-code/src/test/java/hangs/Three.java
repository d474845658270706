package hangs;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Three tests, of which the second never ends. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Three {

    @Test
    @Order(1)
    void first() {}

    @Test
    @Order(2)
    void second() throws Exception {
        hang();
    }

    @Test
    @Order(3)
    void third() {}

    abstract void hang() throws Exception;
}
