package audited;

import org.junit.jupiter.api.Test;

class FPropertyTest {
    @Test
    void sets() {
        System.setProperty("audited.mode", "fast"); // here
    }
}
