package audited;

import org.junit.jupiter.api.Test;

class VSingletonTest {
    @Test
    void changes() {
        Catalogue.INSTANCE.mode = "fast";
    }
}
