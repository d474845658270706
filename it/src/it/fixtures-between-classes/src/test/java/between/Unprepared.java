package between;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.isolation.Isolation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs where nobody has prepared anything. */
class Unprepared {
    @Test
    void isToldWhatToRun() {
        assertNull(System.getProperty("isolation.fixture.words"));
        Path plan = Path.of(System.getProperty("basedir"), "target", "isolation", "seed-plan.properties");
        String told = assertThrows(IllegalArgumentException.class, () -> Isolation.fixture("words"))
                .getMessage();
        assertEquals(
                "there is no fixture 'words' in " + plan + ", which is missing: nothing was prepared; declare it in the"
                        + " POM, and run 'mvn process-test-classes' once to prepare it",
                told);
    }
}
