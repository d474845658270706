package settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Notes where temporary files are; the file that it makes to be sure, it removes. */
class SeesTmpdirTest {

    @Test
    void notes() throws IOException {
        Notes.take(getClass());
        Path file = Files.createTempFile("settings", null);
        Files.delete(file);
        assertEquals(Path.of(System.getProperty("java.io.tmpdir")), file.getParent());
    }
}
