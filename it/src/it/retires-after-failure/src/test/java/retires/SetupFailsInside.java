package retires;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/** One of its nested classes fails before any of its tests; run by name only. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class SetupFailsInside {
    @Test
    void before() {}

    @Nested
    @Order(1)
    class Fails {
        @BeforeAll
        static void setUp() {
            fail("on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @Nested
    @Order(2)
    class Runs {
        @Test
        void after() {}
    }
}
