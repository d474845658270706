package reruns;

import io.github.isolation.it.support.Crash;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Takes its JVM along the first time, and passes the second. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashesOnceTest {

    @Test
    @Order(1)
    void before() throws IOException {
        Attempts.isFirst("CrashesOnce#before");
    }

    @Test
    @Order(2)
    void culprit() throws IOException {
        if (Attempts.isFirst("CrashesOnce#culprit")) {
            Crash.here();
        }
    }

    @Test
    @Order(3)
    void after() throws IOException {
        Attempts.isFirst("CrashesOnce#after");
    }
}
