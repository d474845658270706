package trouble;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Prints more than a supervisor keeps in memory. */
class ChattyTest {
    private static final int LINES = 3_000;

    @Test
    void prints() {
        for (int i = 0; i < LINES; i++) {
            System.out.println("x".repeat(1_000));
        }
    }

    @Test
    void hasTemporaryFilesOfItsOwn() throws Exception {
        Files.delete(Files.createTempFile("chatty", null));
    }
}
