package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A class with arguments. */
@ParameterizedClass
@MethodSource("cities")
class ClassNamesTest {
    @Parameter
    String city;

    static Stream<String> cities() {
        return Cities.inThisOrder();
    }

    @Test
    void isNotBerlin() {
        Cities.visit(this, city);
    }
}
