package spaces;

import org.junit.jupiter.api.Test;

/** A replacement is started with the same paths. */
class DiesTest extends InBothForks {

    @Test
    void dies() {
        Runtime.getRuntime().halt(3);
    }
}
