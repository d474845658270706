package sources;

import io.github.isolation.ForkLock;
import io.github.isolation.Isolation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Reads while another fork reads, and on until the build has said that the other waits to write. */
class ReaderTest {

    @Test
    void readsTogetherWithTheOtherAndKeepsItFromWriting() throws IOException, InterruptedException {
        try (ForkLock table = Isolation.readLock("table")) {
            Signs.give("reader-has-begun");
            Signs.await("other-has-read");
            Signs.awaitLine("for the lock 'table' to write, which process");
            Signs.give("reader-is-done");
        }
    }

    @Test
    void saysWhereTheCachedFixtureIs() throws IOException {
        Signs.give("cached-for-reader", Isolation.cachedFixture("words").toString());
    }
}
