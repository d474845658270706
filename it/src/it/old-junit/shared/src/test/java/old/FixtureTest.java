package old;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.junit.Fixture;
import io.github.isolation.junit.FixtureExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Has copies of its own, one of which is kept because a dynamic test fails. Before 5.8, the extension must be named. */
@ExtendWith(FixtureExtension.class)
@DisabledIfSystemProperty(named = "isolation.skip", matches = "true")
class FixtureTest {
    @Test
    void hasACopy(@Fixture("data") Path own) {
        assertTrue(Files.exists(own.resolve("numbers.txt")));
    }

    @TestFactory
    Stream<DynamicTest> kept(@Fixture(value = "data", keepOnFailure = true) Path own) {
        return Stream.of(DynamicTest.dynamicTest("fails", () -> fail("on purpose, with " + own)));
    }
}
