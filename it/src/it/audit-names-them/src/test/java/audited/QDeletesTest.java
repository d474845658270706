package audited;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import org.junit.jupiter.api.Test;

class QDeletesTest {
    @Test
    void deletes() {
        assertTrue(new File("target/done.txt").delete()); // here
    }
}
