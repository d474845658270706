package reruns;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Does not end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HangsAlwaysTest {

    @Test
    @Order(1)
    void before() throws IOException {
        Attempts.isFirst("HangsAlways#before");
    }

    @Test
    @Order(2)
    void culprit() throws IOException, InterruptedException {
        Attempts.isFirst("HangsAlways#culprit");
        if ("throw".equals(System.getProperty("crash"))) {
            throw new IllegalStateException("where others hang");
        }
        new CountDownLatch(1).await();
    }

    @Test
    @Order(3)
    void after() throws IOException {
        Attempts.isFirst("HangsAlways#after");
    }
}
