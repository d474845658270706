package eyes;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that reports tell of in ways of their own, and nothing that is broken. */
@DisplayName("Everything <else> & \"more\"")
class FineTest {
    @ParameterizedTest(name = "the same name")
    @ValueSource(ints = {1, 2, 3})
    void isNamedAlike(int number) {}

    @Disabled("for now")
    @Test
    void isDisabled() {}

    @Test
    void givesUp() {
        abort("no such machine");
    }

    @TestFactory
    Stream<DynamicTest> comesUpLate() {
        return Stream.of(dynamicTest("one \u0007", () -> {}), dynamicTest("one \u0007", () -> {}));
    }

    @Nested
    @DisplayName("inside")
    class Inner {
        @Test
        void first() {}
    }

    /** As if a supervisor had been ended in the middle: books of this module that are never closed. */
    @Test
    void leavesUnfinishedBooks() throws IOException {
        if (Boolean.getBoolean("unfinished")) {
            Path run = Files.createDirectories(Path.of("target/isolation/runs/killed"));
            long now = System.currentTimeMillis();
            Files.writeString(run.resolve("books.tsv"), "begun\t\t" + now + "\t\t\t\t\t0\nclock\t" + now + "\n");
        }
    }
}
