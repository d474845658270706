package plans;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Its worker dies in the second of three tests, and with it the plan. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CTroubledTest {
    @Test
    void a() {}

    @Test
    void b() {
        Runtime.getRuntime().halt(7);
    }

    @Test
    void c() {}
}
