package own;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Takes its worker along, by an end at which the JVM still runs its shutdown hooks. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ExitsTest {

    @Test
    void a() {
        Covered.beforeAnExit();
    }

    @Test
    void b() {
        System.exit(3);
    }

    @Test
    void c() {
        Covered.afterAnExit();
    }
}
