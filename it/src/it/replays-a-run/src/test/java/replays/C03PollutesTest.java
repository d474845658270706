package replays;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class C03PollutesTest {
    @Test
    void passesAndLeavesSomethingBehind() {
        State.polluted = true;
    }
}
