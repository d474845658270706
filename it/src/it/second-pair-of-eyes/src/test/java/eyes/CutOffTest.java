package eyes;

import org.junit.jupiter.api.Test;

class CutOffTest {
    @Test
    void first() {}

    @Test
    void second() {}
}
