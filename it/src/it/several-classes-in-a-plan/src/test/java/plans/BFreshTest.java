package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Has no wishes. */
@Order(3)
class BFreshTest {
    @Test
    void runs() {}
}
