package audited;

import org.junit.jupiter.api.Test;

class HRegistersTest {
    @Test
    void registers() {
        Registry.NAMES.add("left behind");
    }
}
