package plans;

import org.junit.jupiter.api.Test;

/** The first of its worker runs by itself. */
class ATroubledTest {
    @Test
    void first() {}
}
