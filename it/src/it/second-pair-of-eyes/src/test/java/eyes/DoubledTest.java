package eyes;

import org.junit.jupiter.api.Test;

class DoubledTest {
    @Test
    void first() {}

    @Test
    void second() {}
}
