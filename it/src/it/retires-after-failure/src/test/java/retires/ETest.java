package retires;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** Fails, and may have left its JVM in a state nobody else should run in. */
class ETest extends TakesNotes {

    @Test
    void fails() {
        fail("on purpose");
    }
}
