package trouble;

import org.junit.jupiter.api.Test;

/** Has nothing to do with it. */
class QuietTest {

    @Test
    void one() {}

    @Test
    void two() {}
}
