package plans;

import org.junit.jupiter.api.Test;

/** Can be found, and must be, whatever is in the same plan. */
class BUnfoundTest {
    @Test
    void isFound() {}
}
