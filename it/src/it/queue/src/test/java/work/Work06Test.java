package work;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

final class Work06Test extends WorkContract {
    @Disabled("as it should be")
    @Test
    void isSkipped() {}
}
