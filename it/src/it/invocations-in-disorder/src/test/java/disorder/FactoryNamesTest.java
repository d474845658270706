package disorder;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Made while they run, in containers that are in disorder themselves. */
class FactoryNamesTest {
    @TestFactory
    Stream<DynamicNode> visits() {
        return Cities.inThisOrder()
                .map(city -> DynamicContainer.dynamicContainer(
                        "to " + city,
                        Stream.of(DynamicTest.dynamicTest("isNotBerlin", () -> Cities.visit(this, city)))));
    }
}
