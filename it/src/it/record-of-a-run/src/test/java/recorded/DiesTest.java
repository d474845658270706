package recorded;

import org.junit.jupiter.api.Test;

class DiesTest {
    @Test
    void dies() {
        Runtime.getRuntime().halt(7);
    }
}
