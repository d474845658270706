package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All of one name. */
class AlikeTest {
    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @ParameterizedTest(name = "is not Berlin")
    @MethodSource("cities")
    void isNotBerlin(String city) {
        Cities.visit(this, city);
    }
}
