package plans;

import io.github.isolation.FreshWorker;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Wants a worker of its own, and JUnit would begin with it. */
@FreshWorker
@Order(1)
class CFreshTest {
    @Test
    void runs() {}
}
