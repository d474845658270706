package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two tests. */
@Order(6)
class APlainTest {
    @Test
    void one() {}

    @Test
    void two() {}
}
