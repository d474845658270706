package eyes;

import org.junit.jupiter.api.Test;

class LosesOneTest {
    @Test
    void first() {}

    @Test
    void second() {}
}
