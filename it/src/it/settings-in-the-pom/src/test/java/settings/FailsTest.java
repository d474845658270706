package settings;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.isolation.junit.Fixture;
import io.github.isolation.junit.Fixture.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Changes its copies and fails; the test after that passes, and its copy is not to be taken for that of a failure. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailsTest {
    @Fixture(value = "words", scope = Scope.CLASS)
    static Path ofTheClass;

    @Fixture("words")
    Path own;

    @BeforeEach
    void change() throws IOException {
        Files.writeString(ofTheClass, "changed by the class");
        Files.writeString(own, "changed");
    }

    @Test
    @Order(1)
    void fails() {
        fail("on purpose");
    }

    @Test
    @Order(2)
    void passes() {
        assertTrue(Files.exists(own));
    }
}
