package audited;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class CReadsTest {
    @Test
    void reads() throws IOException {
        try (InputStream in = new FileInputStream("target/../target/shared.txt")) { // here
            assertEquals('b', in.read());
        }
    }
}
