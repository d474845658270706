package verdict;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Fails beside the other. In the first run of a build it waits for it; forks do not start at the same moment. */
class AbLooksTest {
    @Test
    void looks() throws Exception {
        Files.deleteIfExists(AaHoldsTest.SEEN);
        Path before = Path.of("target", "looked-" + System.getProperty("run"));
        int times = Files.exists(before) ? 100 : 3_000;
        Files.writeString(before, "");
        for (int i = 0; i < times; i++) {
            if (Files.exists(AaHoldsTest.FILE)) {
                Files.writeString(AaHoldsTest.SEEN, "");
                fail("somebody else's file");
            }
            Thread.sleep(10);
        }
    }
}
