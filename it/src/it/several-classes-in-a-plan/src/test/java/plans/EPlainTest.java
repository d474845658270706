package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last one by name. */
@Order(2)
class EPlainTest {
    @Test
    void last() {}
}
