package plans;

import org.junit.jupiter.api.Test;

/** Waited in a plan whose worker retired. */
class GTroubledTest {
    @Test
    void isNotForgotten() {}
}
