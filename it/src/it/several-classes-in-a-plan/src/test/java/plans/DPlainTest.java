package plans;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Prints. */
@Order(3)
class DPlainTest {
    @Test
    void prints() {
        System.out.println("a line of D");
    }
}
