package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Has no wishes. */
@Order(2)
class DFreshTest {
    @Test
    void runs() {}
}
