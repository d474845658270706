package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same with dynamic tests. */
class DiesOnceFactoryTest {
    @TestFactory
    Stream<DynamicTest> survive() {
        return Cities.inThisOrder()
                .map(city -> DynamicTest.dynamicTest(city, () -> Cities.endIn("Erfurt", this, city, false)));
    }
}
