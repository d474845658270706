package plans;

import org.junit.jupiter.api.Test;

/** Can be loaded. */
class ELoadedTest {
    @Test
    void runs() {}
}
