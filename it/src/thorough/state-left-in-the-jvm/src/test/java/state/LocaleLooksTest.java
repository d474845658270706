package state;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocaleLooksTest {
    @Test
    void looks() {
        assertNotEquals("sv", Locale.getDefault().getLanguage()); // here
    }
}
