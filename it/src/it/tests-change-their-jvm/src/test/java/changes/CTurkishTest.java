package changes;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Where the lower case of I is not i. */
class CTurkishTest extends Stays {
    @Test
    void change() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
    }
}
