package verdict;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class WSuffersFromTwoTest {
    @Test
    void bearsOneOfThem() {
        assertFalse(State.left && State.right, "two have left something behind");
    }

    @Test
    void bearsBoth() {}
}
