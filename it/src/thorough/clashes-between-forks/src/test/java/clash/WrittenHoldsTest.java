package clash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WrittenHoldsTest {
    static final Path FILE = Path.of("target/written.txt");

    @Test
    void holds() throws Exception {
        Files.writeString(FILE, "one"); // here
        Moments.SHORT.holds();
        assertEquals("one", Files.readString(FILE));
    }
}
