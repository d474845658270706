package sources;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.ForkLock;
import io.github.isolation.Isolation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Reads while another fork reads, and writes when that one is done. */
class WriterTest {

    @Test
    void readsTogetherWithTheOtherAndWritesAfterIt() throws IOException, InterruptedException {
        Signs.await("reader-has-begun");
        try (ForkLock table = Isolation.readLock("table")) {
            Signs.give("other-has-read");
        }
        try (ForkLock table = Isolation.lock("table")) {
            assertTrue(Signs.given("reader-is-done"), "writes while another reads");
        }
    }

    @Test
    void saysWhereTheCachedFixtureIs() throws IOException {
        Signs.give("cached-for-writer", Isolation.cachedFixture("words").toString());
    }
}
