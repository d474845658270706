package slow;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Starts an application that takes longer to stop than a worker that has nothing to do. */
class ATest {
    @Test
    void startsAnApplication() {
        Application.start(ATest.class);
        assertFalse(Files.exists(Application.STOPPED));
    }
}
