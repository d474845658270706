package verdict;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class VSuffersTest {
    @Test
    void passesWhereNobodyWasBefore() {
        assertFalse(State.dirty, "somebody has left something behind");
    }
}
