package audited;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class GLocaleTest {
    @Test
    void changes() {
        Locale.setDefault(new Locale("sv", "SE")); // here
    }
}
