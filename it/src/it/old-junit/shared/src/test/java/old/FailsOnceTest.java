package old;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.it.support.Bodies;
import java.io.File;
import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Fails in the second of three, the first time. */
@TestMethodOrder(OrderAnnotation.class)
class FailsOnceTest {
    @Test
    @Order(1)
    void first() {
        ran("first");
    }

    @Test
    @Order(2)
    void second() throws IOException {
        ran("second");
        File before = new File(System.getProperty("basedir"), "target/" + System.getProperty("run") + "-before");
        assertTrue(!before.createNewFile(), "the first time");
    }

    @Test
    @Order(3)
    void third() {
        ran("third");
    }

    private static void ran(String name) {
        Bodies.ran("FailsOnce#" + name + " in " + ProcessHandle.current().pid());
    }
}
