package plans;

import io.github.isolation.FreshWorker;
import org.junit.jupiter.api.Test;

/** Wants a worker of its own. */
@FreshWorker
class DTroubledTest {
    @Test
    void alone() {}
}
