package nested;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A test that runs tests, and fails the first time. Not found by Surefire unless it is asked for. */
class TriedAgain {

    @Test
    void runsTestsOfItsOwn() throws IOException {
        StartsLauncherTest.runSubject();
        Path tried = Path.of("target/tried");
        boolean before = Files.exists(tried);
        Files.writeString(tried, "once");
        assertTrue(before);
    }

    @Test
    void passes() {}
}
