package verdict;

import io.github.isolation.SameFork;
import org.junit.jupiter.api.Test;

@SameFork("state")
class BPollutesTest {
    @Test
    void leavesSomethingBehind() {
        State.dirty = true;
    }

    @Test
    void doesNothing() {}

    @Test
    void doesNothingEither() {}
}
