package sources;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Does to the fixture in the cache what is allowed with a copy only. */
class ChangesTheCache {

    @Test
    void writesWhatIsForReading() throws IOException {
        Files.writeString(Isolation.cachedFixture("words"), "changed");
    }
}
