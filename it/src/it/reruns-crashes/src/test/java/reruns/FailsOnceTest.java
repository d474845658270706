package reruns;

import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Fails the first time, as tests do that Surefire knows how to try again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailsOnceTest {

    @Test
    @Order(1)
    void before() throws IOException {
        Attempts.isFirst("FailsOnce#before");
    }

    @Test
    @Order(2)
    void culprit() throws IOException {
        if (Attempts.isFirst("FailsOnce#culprit")) {
            throw new IllegalStateException("not this time");
        }
    }

    @Test
    @Order(3)
    void after() throws IOException {
        Attempts.isFirst("FailsOnce#after");
    }
}
