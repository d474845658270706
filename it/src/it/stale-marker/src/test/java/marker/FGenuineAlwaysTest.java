package marker;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Ends its JVM on purpose whenever it runs, so it will never have a result. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FGenuineAlwaysTest {

    @Test
    @Order(1)
    void leavesAlways() throws Exception {
        Bodies.ran("FGenuineAlwaysTest#leavesAlways");
        Marker.write(Marker.path(), Marker.nonce());
        Runtime.getRuntime().halt(0);
    }

    @Test
    @Order(2)
    void after() {
        Bodies.ran("FGenuineAlwaysTest#after");
    }
}
