package plans;

import org.junit.jupiter.api.Test;

/** Can be loaded. */
class BLoadedTest {
    @Test
    void runs() {}
}
