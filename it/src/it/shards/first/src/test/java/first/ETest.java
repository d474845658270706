package first;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("printer")
class ETest {
    @Test
    void passes() {}
}
