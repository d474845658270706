package plans;

import org.junit.jupiter.api.Test;

/** Is not to blame. */
class DDeadlyTest {
    @Test
    void runs() {}
}
