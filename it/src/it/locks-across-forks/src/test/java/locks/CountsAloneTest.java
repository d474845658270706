package locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs while no other class runs in any fork. */
@Isolated
class CountsAloneTest {
    @Test
    void whoHasBegunHasEnded() throws IOException {
        Path alone = Files.writeString(Counter.file("alone"), "");
        Path classes = Counter.file("classes");
        List<String> lines = Files.exists(classes) ? Files.readAllLines(classes) : List.of();
        assertEquals(
                lines.stream().filter("begins"::equals).count(),
                lines.stream().filter("ends"::equals).count());
        Files.delete(alone);
        Counter.note("alone-was", "here");
    }
}
