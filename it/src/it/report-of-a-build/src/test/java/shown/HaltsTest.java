package shown;

import org.junit.jupiter.api.Test;

class HaltsTest {
    @Test
    void passes() {}

    @Test
    void takesItsWorkerAlong() {
        Runtime.getRuntime().halt(3);
    }
}
