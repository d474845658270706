package eyes;

import org.junit.jupiter.api.Test;

class LostTest {
    @Test
    void first() {}

    @Test
    void second() {}
}
