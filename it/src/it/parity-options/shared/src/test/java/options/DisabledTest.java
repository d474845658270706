package options;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Does not run at all. */
@Disabled("as a whole")
class DisabledTest {

    @Test
    void one() {}

    @Test
    void two() {}
}
