package state;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ZonePollutesTest {
    @Test
    void pollutes() {
        TimeZone.setDefault(TimeZone.getTimeZone("Antarctica/Troll")); // here
    }
}
