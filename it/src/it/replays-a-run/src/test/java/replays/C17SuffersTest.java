package replays;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class C17SuffersTest {
    @Test
    void passesWhereNobodyWasBefore() {
        assertFalse(State.polluted, "somebody has left something behind");
    }

    @Test
    void passesInAnyCase() {}
}
