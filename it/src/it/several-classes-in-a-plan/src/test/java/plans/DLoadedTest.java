package plans;

import org.junit.jupiter.api.Test;

/** Can be loaded. */
class DLoadedTest {
    @Test
    void runs() {}
}
