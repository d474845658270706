package marker;

import io.github.isolation.it.support.Bodies;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ends its JVM on purpose in mid-test, and does better in the next one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EGenuineOnceTest {

    @Test
    @Order(1)
    void before() {
        Bodies.ran("EGenuineOnceTest#before");
    }

    @Test
    @Order(2)
    void leavesOnce() throws Exception {
        Bodies.ran("EGenuineOnceTest#leavesOnce");
        Path visited = Marker.kept("visited." + System.getProperty("run"));
        if (!Files.exists(visited)) {
            Files.createFile(visited);
            Marker.write(Marker.path(), Marker.nonce());
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Order(3)
    void after() {
        Bodies.ran("EGenuineOnceTest#after");
    }
}
