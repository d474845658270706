package between;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Finds the fixture as it was published. */
abstract class FixtureTests {
    @Test
    void fixtureIsWhole() throws IOException {
        Files.writeString(
                Path.of(
                        "target",
                        "pids-" + System.getProperty("run") + "-" + getClass().getSimpleName()),
                Long.toString(ProcessHandle.current().pid()));
        assertEquals("as it was published", Files.readString(words()));
        afterwards();
    }

    /** What else the class does. */
    void afterwards() throws IOException {}

    static Path words() {
        return Isolation.fixture("words").resolve("words.txt");
    }
}
