package marker;

import io.github.isolation.it.support.Bodies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Leaves markers where those of the next workers will be looked for, and its nonce for them and for the next run. */
class ADirtyTest {

    @Test
    void leavesMarkersOfOthers() throws IOException {
        Bodies.ran("ADirtyTest");
        Path mine = Marker.path();
        for (int serial = 2; serial < 20; serial++) {
            Marker.write(mine.resolveSibling("worker-" + serial + ".retired"), Marker.nonce());
        }
        Files.writeString(Marker.kept("nonce-of-worker-1." + System.getProperty("run")), Marker.nonce());
    }
}
