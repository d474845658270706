package retires;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fails before any of its tests; run by name only. */
class SetupFails {
    @BeforeAll
    static void setUp() {
        fail("on purpose");
    }

    @Test
    void one() {}

    @Test
    void other() {}
}
