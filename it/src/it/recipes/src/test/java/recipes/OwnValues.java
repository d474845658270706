package recipes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The check of the Atom document: a hundred times, each fork writes a value of its own and reads it back. */
abstract class OwnValues {
    private static final Path SHARED = Path.of(System.getProperty("basedir"), "target", "values");

    @BeforeAll
    static void makeDirectory() throws IOException {
        Files.createDirectories(SHARED);
    }

    @RepeatedTest(100)
    void whatWasWrittenIsReadBack(RepetitionInfo repetition) throws IOException {
        String value = Isolation.fork().slot() + " wrote " + repetition.getCurrentRepetition();
        Path file = SHARED.resolve(Isolation.name("value.txt"));
        Files.writeString(file, value);
        assertEquals(value, Files.readString(file));
    }
}
