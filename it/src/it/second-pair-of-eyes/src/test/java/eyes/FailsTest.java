package eyes;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class FailsTest {
    @Test
    void fails() {
        fail("as it should");
    }

    @Test
    void passes() {}
}
