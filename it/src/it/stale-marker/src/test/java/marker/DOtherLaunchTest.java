package marker;

import io.github.isolation.it.support.Bodies;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Dies with the marker of another launch in place: of another run, if there was one. */
class DOtherLaunchTest {

    @Test
    void crashes() throws Exception {
        Bodies.ran("DOtherLaunchTest");
        Path ofAnotherRun = Marker.kept("nonce-of-worker-1.first");
        Marker.write(Marker.path(), Files.readString(ofAnotherRun));
        Marker.crash();
    }
}
