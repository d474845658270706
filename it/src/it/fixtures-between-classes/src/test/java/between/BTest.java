package between;

import java.io.IOException;
import java.nio.file.Files;

/** Changes the fixture, and a second one that was there for nobody else. */
class BTest extends FixtureTests {
    @Override
    void afterwards() throws IOException {
        Files.writeString(words(), "changed");
        Files.writeString(words().resolveSibling("added.txt"), "");
    }
}
