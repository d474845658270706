package plans;

import io.github.isolation.Isolation;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Asks for another worker between two tests, while another class waits in the same plan. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class FTroubledTest {
    @Test
    void a() {
        Isolation.retire("after a wish");
    }

    @Test
    void b() {}
}
