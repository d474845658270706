package plans;

import org.junit.jupiter.api.Test;

/** Is not to blame. */
class ADeadlyTest {
    @Test
    void runs() {}
}
