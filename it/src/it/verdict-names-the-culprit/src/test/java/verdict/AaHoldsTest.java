package verdict;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Has a file in a place that is everybody's, for a while: until somebody has seen it. In the first run of a build it waits for that: forks do not start at the same moment. */
class AaHoldsTest {
    static final Path FILE = Path.of("target", "held");
    static final Path SEEN = Path.of("target", "seen");

    @Test
    void holds() throws Exception {
        Files.deleteIfExists(SEEN);
        Files.writeString(FILE, "");
        Path before = Path.of("target", "held-" + System.getProperty("run"));
        int times = Files.exists(before) ? 200 : 3_000;
        Files.writeString(before, "");
        for (int i = 0; i < times && !Files.exists(SEEN); i++) {
            Thread.sleep(10);
        }
        Files.deleteIfExists(FILE);
    }
}
