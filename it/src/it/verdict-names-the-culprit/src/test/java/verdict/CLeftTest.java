package verdict;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class CLeftTest {
    @Test
    void sets() {
        State.left = true;
    }
}
