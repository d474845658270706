package settings;

import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.junit.Fixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Has its copy kept, whatever the setting says. */
class FailsAndAsksTest {
    @Fixture(value = "words", keepOnFailure = true)
    Path own;

    @Test
    void fails() {
        fail("on purpose");
    }
}
