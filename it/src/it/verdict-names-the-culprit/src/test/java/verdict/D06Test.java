package verdict;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class D06Test {
    @Test
    void passes() {}
}
