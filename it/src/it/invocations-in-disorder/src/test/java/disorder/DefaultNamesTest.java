package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Named as JUnit names invocations: their number and their arguments. */
class DefaultNamesTest {
    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @ParameterizedTest
    @MethodSource("cities")
    void isNotBerlin(String city) {
        Cities.visit(this, city);
    }
}
