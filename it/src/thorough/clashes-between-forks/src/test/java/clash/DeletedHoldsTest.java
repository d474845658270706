package clash;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeletedHoldsTest {
    static final Path FILE = Path.of("target/deleted.txt");

    @Test
    void holds() throws Exception {
        Files.writeString(FILE, "one"); // here
        Moments.SHORT.holds();
        Files.readString(FILE);
    }
}
