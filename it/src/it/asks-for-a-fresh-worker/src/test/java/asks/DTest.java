package asks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.Isolation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Asks, in the middle of the class, for its worker to be replaced. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class DTest extends TakesNotes {
    private static final Path JOURNAL = Path.of("target", "notes", "journal.txt");

    @Test
    void asksAndStillHasItsResult() throws Exception {
        write("asks");
        Isolation.retire("after a wish");
    }

    @Test
    void breaksAfterwards() throws Exception {
        write("breaks");
        assertEquals(1, 2, "a failure of its own");
    }

    @Test
    void thenTheRest() throws Exception {
        write("rest");
    }

    private static void write(String test) throws Exception {
        String line = test + " " + ProcessHandle.current().pid();
        Files.write(JOURNAL, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
