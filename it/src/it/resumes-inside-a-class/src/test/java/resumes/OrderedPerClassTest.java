package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One instance for all tests, which run in an order of their own; the second and the last take the JVM along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderedPerClassTest {

    @Test
    @Order(4)
    void last() {
        Bodies.ran("OrderedPerClassTest#last");
        Crash.here();
    }

    @Test
    @Order(3)
    void third() {
        Bodies.ran("OrderedPerClassTest#third");
    }

    @Test
    @Order(2)
    void second() {
        Bodies.ran("OrderedPerClassTest#second");
        Crash.here();
    }

    @Test
    @Order(1)
    void first() {
        Bodies.ran("OrderedPerClassTest#first");
    }
}
