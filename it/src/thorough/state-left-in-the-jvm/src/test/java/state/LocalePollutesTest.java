package state;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocalePollutesTest {
    @Test
    void pollutes() {
        Locale.setDefault(Locale.forLanguageTag("sv-SE")); // here
    }
}
