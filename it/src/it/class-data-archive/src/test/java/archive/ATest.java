package archive;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Writes down how its JVM was started. */
class ATest {
    @Test
    void takesNotes() throws IOException {
        System.setProperty(
                "note.arguments",
                String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        Notes.take(ATest.class);
    }
}
