package audited;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what others read, and writes what no other fork has. */
class OCleanTest {
    @Nested
    class Inside {
        @Test
        void reads() throws IOException {
            assertTrue(Files.readString(Path.of("pom.xml")).contains("audit"));
            assertTrue(Files.readString(Path.of("src/test/resources/words.txt")).contains("words"));
            try (InputStream in = OCleanTest.class.getResourceAsStream("/words.txt")) {
                assertNotNull(in);
            }
        }
    }

    @Test
    void writes(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("a"), "a");
        Files.writeString(Isolation.fork().directory().resolve("shared.txt"), "o");
        assertTrue(Files.createTempFile("clean", ".txt").toFile().delete());
    }
}
