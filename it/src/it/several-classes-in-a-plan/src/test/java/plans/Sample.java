package plans;

import org.junit.jupiter.api.Test;

/** Run by a test. */
class Sample {
    @Test
    void runs() {}
}
