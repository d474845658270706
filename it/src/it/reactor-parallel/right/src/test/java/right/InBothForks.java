package right;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A class that does not start before both forks of both modules have: so all four certainly run side by side. */
abstract class InBothForks {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException, InterruptedException {
        Notes.take(info.getTestClass().orElseThrow());
        Notes.awaitForks(2);
        Notes.awaitForks(2, Path.of("../left"));
    }

    @Test
    void passes() {}
}
