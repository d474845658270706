package spaces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A class that does not start before both forks have: so they certainly run side by side. */
abstract class InBothForks {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException, InterruptedException {
        Notes.take(info.getTestClass().orElseThrow());
        Notes.awaitForks(2);
    }

    @Test
    void theFixtureIsThere() throws IOException {
        Path greetings = Path.of(System.getProperty("isolation.fixture.greetings"));
        assertEquals("Hello, world!\n", Files.readString(greetings.resolve("hello world.txt")));
    }

    @Test
    void temporaryFilesAreInTheForksDirectoryUnlessThatIsTooLongForSockets() throws IOException {
        Path place = Path.of(System.getProperty("isolation.forkDirectory"), "tmp");
        Path file = Files.createTempFile("with spaces ", " ()");
        if (place.toString().length() > 70) {
            Path ownPlace = file.getParent();
            assertTrue(ownPlace.endsWith("t"), ownPlace::toString);
            assertTrue(ownPlace.getParent().getFileName().toString().startsWith("iso-"), ownPlace::toString);
        } else {
            assertEquals(place, file.getParent());
        }
    }
}
