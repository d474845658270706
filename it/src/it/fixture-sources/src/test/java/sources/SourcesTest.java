package sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds each fixture as its source has it. */
class SourcesTest {
    private static final List<String> WORDS = List.of("one", "two", "three");

    @Test
    void archiveIsUnpacked() {
        Path license = Isolation.fixture("archive").resolve("META-INF/LICENSE");
        assertTrue(Files.isRegularFile(license), license::toString);
    }

    @Test
    void wordsAreThoseOfTheChecksum() throws IOException {
        assertEquals(WORDS, Files.readAllLines(Isolation.fixture("words")));
    }

    @Test
    void wordsInTheCacheAreTheSameInAnotherPlace() throws IOException {
        Path cached = Isolation.cachedFixture("words");
        assertEquals(WORDS, Files.readAllLines(cached));
        assertNotEquals(Isolation.fixture("words"), cached);
    }

    @Test
    void namesAreThoseOfTheInputAsItIsNow() throws IOException {
        List<String> names = Stream.of("Katherine", System.getProperty("newest"), "Emmy")
                .sorted()
                .toList();
        assertEquals(names, Files.readAllLines(Isolation.fixture("names").resolve("sorted.txt")));
    }
}
