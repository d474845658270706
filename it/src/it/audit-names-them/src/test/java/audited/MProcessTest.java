package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MProcessTest {
    @Test
    void starts() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("touch", "target/native.txt").start().waitFor());
    }
}
