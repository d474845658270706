package own;

import io.github.isolation.TimeLimit;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Is asked to end, and does. */
@TimeLimit(perTest = 5)
@TestMethodOrder(MethodOrderer.MethodName.class)
class HangsTest {

    @Test
    void a() {
        Covered.beforeATimeout();
    }

    @Test
    void b() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Test
    void c() {
        Covered.afterATimeout();
    }
}
