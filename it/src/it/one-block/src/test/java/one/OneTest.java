package one;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneTest {
    @Test
    void runs() {}

    /** One error where somebody supervises, and the end of the fork where nobody does. */
    @Test
    void dies() {
        assertEquals("1", System.getProperty("isolation.fork"));
        Runtime.getRuntime().halt(3);
    }
}
