package clash;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RenamedHoldsTest {
    static final Path FILE = Path.of("target/renamed.txt");

    @Test
    void holds() throws Exception {
        Files.writeString(FILE, "one"); // here
        Moments.SHORT.holds();
        Files.readString(FILE);
    }
}
