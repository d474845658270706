package verdict;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class CRightTest {
    @Test
    void sets() {
        State.right = true;
    }
}
