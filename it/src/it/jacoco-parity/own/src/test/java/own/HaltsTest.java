package own;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Takes its worker along, and leaves it no time for anything. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class HaltsTest {

    @Test
    void a() {
        Covered.beforeAHalt();
    }

    @Test
    void b() {
        Runtime.getRuntime().halt(3);
    }

    @Test
    void c() {
        Covered.afterAHalt();
    }
}
