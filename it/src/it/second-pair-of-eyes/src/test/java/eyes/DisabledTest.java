package eyes;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@Disabled("all of it")
class DisabledTest {
    @Test
    void isDisabledWithItsClass() {}
}
