package quadrants;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Has a genuine failure. */
class BTest extends FourTests {

    @Override
    @Test
    @Order(2)
    void second() {
        Context.lose();
    }
}
