package plans;

import org.junit.jupiter.api.Test;

/** The first after a class that wanted to be alone. */
class ETroubledTest {
    @Test
    void goesOn() {}
}
