package audited;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PMovesTest {
    @Test
    void moves() throws IOException {
        Files.createFile(Path.of("target/queued.txt"));
        Files.move(Path.of("target/queued.txt"), Path.of("target/done.txt")); // here
    }
}
