package asks;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A class that writes down which JVM it ran in, and has one test that passes. */
abstract class TakesNotes {

    @BeforeAll
    static void takeNotes(TestInfo info) throws IOException {
        Notes.take(info.getTestClass().orElseThrow());
    }

    @Test
    void passes() {}
}
