package marker;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

/** Dies with a forged marker in place. */
class BWrongNonceTest {

    @Test
    void crashes() throws Exception {
        Bodies.ran("BWrongNonceTest");
        Marker.write(Marker.path(), "0".repeat(Marker.nonce().length()));
        Marker.crash();
    }
}
