package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.junit.Fixture;
import io.github.isolation.junit.Fixture.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Fixtures in the hands of a test. */
class PrivateFixturesTest {
    @Fixture(value = "splits", scope = Fixture.Scope.CLASS)
    static Path ofTheClass;

    @Fixture("splits")
    Path ofThisTest;

    @Test
    void aTestMayDoWithItsCopyWhatItLikes(@Fixture("splits") Path splits) throws IOException {
        assertEquals(4, Files.readAllLines(splits).size());
        Files.delete(splits);
        assertEquals(splits, ofThisTest);
        assertTrue(Files.exists(ofTheClass));
    }

    @Test
    void theNextTestHasAnother(@Fixture(value = "splits", keepOnFailure = true) Path splits) {
        assertTrue(Files.exists(splits));
    }

    @Test
    void andTheOriginalIsForReading(@Fixture(value = "splits", scope = Scope.CACHE) Path splits) throws IOException {
        assertEquals(4, Files.readAllLines(splits).size());
    }
}
