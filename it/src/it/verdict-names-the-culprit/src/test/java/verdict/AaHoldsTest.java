package verdict;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Has a file in a place that is everybody's, for a while: until somebody has seen it. */
class AaHoldsTest {
    static final Path FILE = Path.of("target", "held");
    static final Path SEEN = Path.of("target", "seen");

    @Test
    void holds() throws Exception {
        Files.deleteIfExists(SEEN);
        Files.writeString(FILE, "");
        for (int i = 0; i < 200 && !Files.exists(SEEN); i++) {
            Thread.sleep(10);
        }
        Files.deleteIfExists(FILE);
    }
}
