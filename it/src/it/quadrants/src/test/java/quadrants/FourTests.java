package quadrants;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Four tests of what needs the context, of which the second may be broken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class FourTests {

    @Test
    @Order(1)
    void first() {
        Context.use();
    }

    @Test
    @Order(2)
    void second() {
        Context.use();
    }

    @Test
    @Order(3)
    void third() {
        Context.use();
    }

    @Test
    @Order(4)
    void fourth() {
        Context.use();
    }
}
