package group;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes down where it runs. */
abstract class Where {
    @Test
    void writesDownWhere() throws IOException {
        Path notes = Files.createDirectories(Path.of(System.getProperty("basedir"), "target", "where"));
        Files.writeString(
                notes.resolve(getClass().getSimpleName()),
                Isolation.fork().slot() + " " + ProcessHandle.current().pid());
    }
}
