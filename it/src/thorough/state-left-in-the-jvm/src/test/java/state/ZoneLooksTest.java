package state;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ZoneLooksTest {
    @Test
    void looks() {
        assertNotEquals("Antarctica/Troll", TimeZone.getDefault().getID()); // here
    }
}
