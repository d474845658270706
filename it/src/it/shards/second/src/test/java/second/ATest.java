package second;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class ATest {
    @Test
    void passes() {}

    @Test
    @Disabled("on purpose")
    void isSkipped() {}

    @Test
    void failsIfToldTo() {
        if (Boolean.getBoolean("fail")) {
            fail("as it was told to");
        }
    }
}
