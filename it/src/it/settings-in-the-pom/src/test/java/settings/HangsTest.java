package settings;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.junit.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Has a result, then no end, and would have another result. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HangsTest {
    @Fixture("words")
    Path own;

    @Test
    @Order(1)
    void before() {
        Bodies.ran("Hangs#before");
    }

    @Test
    @Order(2)
    void hangs() throws IOException, InterruptedException {
        Bodies.ran("Hangs#hangs");
        Files.writeString(own, "changed");
        new CountDownLatch(1).await();
    }

    @Test
    @Order(3)
    void after() {
        Bodies.ran("Hangs#after");
    }
}
