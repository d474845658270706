package replays;

import org.junit.jupiter.api.Test;

/** What most classes are. */
abstract class Trivial {
    @Test
    void passes() {}
}
