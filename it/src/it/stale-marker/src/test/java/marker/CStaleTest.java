package marker;

import io.github.isolation.it.support.Bodies;
import org.junit.jupiter.api.Test;

/** Dies where an earlier worker had left a marker for it. */
class CStaleTest {

    @Test
    void crashes() throws Exception {
        Bodies.ran("CStaleTest");
        Marker.crash();
    }
}
