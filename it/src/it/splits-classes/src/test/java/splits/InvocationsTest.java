package splits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few tests, of which each is many: forks share their invocations. */
class InvocationsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void parameterized(int number) throws Exception {
        Slow.shared("InvocationsTest", "parameterized " + number);
    }

    @RepeatedTest(4)
    void repeated(RepetitionInfo info) throws Exception {
        assertEquals(4, info.getTotalRepetitions());
        Slow.shared("InvocationsTest", "repeated " + info.getCurrentRepetition());
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of("a", "b", "c", "d")
                .map(name -> DynamicTest.dynamicTest(name, () -> Slow.shared("InvocationsTest", "dynamic " + name)));
    }
}
