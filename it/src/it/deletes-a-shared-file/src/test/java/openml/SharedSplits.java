package openml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** The pattern: every test works on the file of the sources, and cleans up after itself. */
abstract class SharedSplits {
    private static final Path DIRECTORY = Path.of(System.getProperty("basedir"), "src/test/files");

    @RepeatedTest(40)
    void tenFoldsTestEachRowOnce() throws IOException {
        Splits.load(DIRECTORY);
        Splits again = Splits.load(DIRECTORY);
        assertEquals(15, again.tested(1, 9));
    }

    @AfterEach
    void tearDown() throws IOException {
        Files.deleteIfExists(Splits.cacheOf(DIRECTORY));
    }
}
