package recipes;

import static org.junit.Assert.assertEquals;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The same for JUnit 4. */
public class JUnit4FixturesTest {
    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void splitsAreRead() throws IOException {
        Path splits = Isolation.fixtureCopy("splits", folder.getRoot().toPath());
        assertEquals(4, Files.readAllLines(splits).size());
    }
}
