package first;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BTest {
    @Test
    void passes() {
        Covered.by("BTest");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void passesWith(int number) {}
}
