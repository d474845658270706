package parts;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** As long, and when the script has put an order on it, its tests belong together. */
class OrderedTest {
    @BeforeAll
    static void setUp() {
        System.out.println("OrderedTest is set up");
    }

    @Test
    void first() {
        Slow.take(500);
    }

    @Test
    void second() {
        Slow.take(500);
    }

    @Test
    void third() {
        Slow.take(500);
    }

    @Test
    void fourth() {
        Slow.take(500);
    }
}
