package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Named by their arguments. */
class ArgumentNamesTest {
    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    void isNotBerlin(String city) {
        Cities.visit(this, city);
    }
}
