package plans;

import org.junit.jupiter.api.Test;

/** Can be loaded. */
class ALoadedTest {
    @Test
    void runs() {}
}
