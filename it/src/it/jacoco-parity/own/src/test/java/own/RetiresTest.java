package own;

import org.junit.jupiter.api.Test;

/** Ends as it should. */
class RetiresTest {

    @Test
    void covers() {
        Covered.byAWorkerThatRetires();
    }
}
