package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Clean: it only looks. In another order, it would see what others leave. */
class AFirstTest {
    @Test
    void looks() {
        assertEquals(0, Registry.NAMES.size()); // here
    }

    @Test
    void looksAtTheClock() {
        assertNotEquals("Antarctica/Troll", TimeZone.getDefault().getID());
    }
}
