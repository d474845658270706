package refuses;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Takes notes, whoever runs it. */
class TwoTest {

    @Test
    void takesNotes() throws IOException {
        Notes.take(getClass());
    }
}
