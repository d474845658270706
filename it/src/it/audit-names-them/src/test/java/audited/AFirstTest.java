package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Clean: it only looks. */
class AFirstTest {
    @Test
    void looks() {
        assertEquals(0, Registry.NAMES.size());
    }
}
