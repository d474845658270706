package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No JVM survives Erfurt. */
class DiesAlwaysTest {
    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @ParameterizedTest
    @MethodSource("cities")
    void survives(String city) {
        Cities.endIn("Erfurt", this, city, true);
    }
}
