package own;

import org.junit.jupiter.api.Test;

/** Ends as it should, perhaps at the same time as the other one. */
class RetiresTooTest {

    @Test
    void covers() {
        Covered.byAnotherOne();
    }
}
