package clash;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** In the run whose failures are judged, the first classes of both forks wait for each other, since forks do not start together. */
class AlignedOneTest {
    @Test
    void waits() throws IOException, InterruptedException {
        Alignment.of("One", "Other");
    }
}
