package own;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Runs with no argLine element, but with a property of that name. */
class PropertyTest {

    @Test
    void takesNotes() throws IOException {
        Notes.take(getClass());
    }
}
