package plans;

import org.junit.jupiter.api.Test;

/** Is not to blame. */
class BDeadlyTest {
    @Test
    void runs() {}
}
