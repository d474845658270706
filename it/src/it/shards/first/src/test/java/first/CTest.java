package first;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CTest {
    @Test
    void passes() {
        Covered.by("CTest");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void passesWith(int number) {}
}
