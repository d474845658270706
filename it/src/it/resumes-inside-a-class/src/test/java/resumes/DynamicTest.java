package resumes;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests that nobody knows of before they run, and containers of such. */
class DynamicTest {

    @TestFactory
    Stream<DynamicNode> flat() {
        return five("flat", 3);
    }

    @TestFactory
    Stream<DynamicContainer> nested() {
        return Stream.of(
                dynamicContainer("left", five("left", 0)),
                dynamicContainer("middle", five("middle", 2)),
                dynamicContainer("right", five("right", 0)));
    }

    @Test
    void besides() {
        Bodies.ran("DynamicTest#besides");
    }

    private static Stream<DynamicNode> five(String where, int culprit) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> dynamicTest(where + number, () -> {
                    Bodies.ran("DynamicTest#" + where + number);
                    if (number == culprit) {
                        Crash.here();
                    }
                }));
    }
}
