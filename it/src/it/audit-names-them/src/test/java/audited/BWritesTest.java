package audited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BWritesTest {
    @Test
    void writes() throws IOException {
        Files.writeString(Path.of("target/shared.txt"), "b"); // here
    }
}
