package options;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Fails the first time, in whatever JVM that is. */
class FlakyTest {

    @Test
    void failsOnce() throws Exception {
        Path been = Path.of(System.getProperty("basedir"), "target", "been-here-" + System.getProperty("run"));
        if (!Files.exists(been)) {
            Files.createFile(been);
            throw new IllegalStateException("the first time");
        }
    }
}
