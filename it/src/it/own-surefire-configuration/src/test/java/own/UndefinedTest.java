package own;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Runs with expressions that nobody defines. */
class UndefinedTest {

    @Test
    void takesNotes() throws IOException {
        Notes.take(getClass());
    }
}
