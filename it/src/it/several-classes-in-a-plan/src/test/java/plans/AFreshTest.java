package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Has no wishes. */
@Order(4)
class AFreshTest {
    @Test
    void runs() {}
}
