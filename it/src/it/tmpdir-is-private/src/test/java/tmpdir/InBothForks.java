package tmpdir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Notes;
import java.io.File;
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
    void everyWayToMakeATemporaryFileLeadsThere() throws IOException {
        Path tmpdir = Path.of(System.getProperty("java.io.tmpdir"));
        assertEquals(tmpdir, Files.createTempFile("nio", null).getParent());
        assertEquals(tmpdir, Files.createTempDirectory("nio").getParent());
        assertEquals(tmpdir, File.createTempFile("old", null).toPath().getParent());
    }

    @Test
    void theSameNameCanBeUsedByBothForks() throws IOException {
        Files.createFile(Path.of(System.getProperty("java.io.tmpdir"), "everybody-uses-this-name"));
    }
}
