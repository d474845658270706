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
    private static final int LONG = Integer.getInteger("long", 100);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void parameterized(int number) throws Exception {
        Slow.test("InvocationsTest#parameterized " + number, LONG);
    }

    @RepeatedTest(4)
    void repeated(RepetitionInfo info) throws Exception {
        assertEquals(4, info.getTotalRepetitions());
        Slow.test("InvocationsTest#repeated " + info.getCurrentRepetition(), LONG);
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of("a", "b", "c", "d")
                .map(name -> DynamicTest.dynamicTest(name, () -> Slow.test("InvocationsTest#dynamic " + name, LONG)));
    }
}
