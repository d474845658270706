package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Goes on in another JVM after its first visit to Erfurt. */
class DiesOnceTest {
    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @ParameterizedTest
    @MethodSource("cities")
    void survives(String city) {
        Cities.endIn("Erfurt", this, city, false);
    }
}
