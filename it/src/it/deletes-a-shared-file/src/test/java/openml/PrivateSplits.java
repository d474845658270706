package openml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.junit.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** The same tests, each with a copy of its own. */
abstract class PrivateSplits {
    @Fixture("splits")
    private Path directory;

    @RepeatedTest(40)
    void tenFoldsTestEachRowOnce() throws IOException {
        Splits.load(directory);
        Splits again = Splits.load(directory);
        assertEquals(15, again.tested(1, 9));
    }

    @AfterEach
    void tearDown() throws IOException {
        Files.deleteIfExists(Splits.cacheOf(directory));
    }
}
