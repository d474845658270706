package old;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dies in the third of six, wherever several come from one method. */
class InvocationsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void parameter(int number) {
        dieInTheThird("parameter", number);
    }

    @RepeatedTest(6)
    void repetition(RepetitionInfo repetition) {
        dieInTheThird("repetition", repetition.getCurrentRepetition());
    }

    @TestFactory
    Stream<DynamicNode> factory() {
        return Stream.of(container("left", 1, 3), container("right", 4, 6));
    }

    private static DynamicNode container(String name, int first, int last) {
        return DynamicContainer.dynamicContainer(
                name,
                IntStream.rangeClosed(first, last)
                        .mapToObj(number ->
                                DynamicTest.dynamicTest("number " + number, () -> dieInTheThird("factory", number))));
    }

    private static void dieInTheThird(String kind, int number) {
        Bodies.ran("Invocations#" + kind + " " + number);
        if (number == 3) {
            Crash.here();
        }
    }
}
