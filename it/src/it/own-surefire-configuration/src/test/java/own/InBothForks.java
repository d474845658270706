package own;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A class that does not start before both forks have, and finds all the project configured for Surefire. */
abstract class InBothForks {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException, InterruptedException {
        Notes.take(info.getTestClass().orElseThrow());
        Notes.awaitForks(2);
    }

    @Test
    void theProjectsOwnAdditionToTheClassPathIsThere() throws ClassNotFoundException {
        assertEquals(
                "org.apache.commons.codec.binary",
                Class.forName("org.apache.commons.codec.binary.Hex").getPackageName());
    }

    @Test
    void theHeapIsWhatTheProjectAskedFor() {
        assertEquals(200L << 20, Runtime.getRuntime().maxMemory(), 20 << 20);
    }
}
