package slow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Has the fork to itself: what the class before it had started is stopped. */
class BTest {
    @Test
    void startsAnotherOne() {
        Application.start(BTest.class);
        assertTrue(Files.exists(Application.STOPPED));
    }
}
