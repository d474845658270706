package plans;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests at two depths, and some that come up late. */
@Order(4)
@ExtendWith(KeepsAThread.class)
class CPlainTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void positive(int number) {
        assertTrue(number > 0);
    }

    @Nested
    class Inside {
        @Test
        void deeper() {}
    }
}
