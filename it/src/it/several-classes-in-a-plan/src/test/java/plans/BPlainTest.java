package plans;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** None of it runs, and its turn comes all the same. */
@Disabled("as a whole")
@Order(5)
class BPlainTest {
    @Test
    void never() {}
}
