package splits;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest class: its tests are run by whoever has time for them. */
class WideTest {
    private static boolean open;

    @BeforeAll
    static void open() {
        System.out.println("the set-up of WideTest");
        open = true;
    }

    @AfterAll
    static void close() {
        open = false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c"})
    void parameterized(String letter) throws Exception {
        Slow.test("WideTest#parameterized " + letter);
    }

    @RepeatedTest(2)
    void repeated(org.junit.jupiter.api.RepetitionInfo info) throws Exception {
        Slow.test("WideTest#repeated " + info.getCurrentRepetition());
    }

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of("x", "y")
                .map(name -> DynamicTest.dynamicTest(name, () -> Slow.test("WideTest#dynamic " + name)));
    }

    @Test
    @Disabled("on purpose")
    void disabled() {}

    @Test
    void fails() throws Exception {
        Slow.test("WideTest#fails");
        fail("on purpose");
    }

    @Nested
    class Inner {
        @Test
        void one() throws Exception {
            assertTrue(open);
            Slow.test("WideTest.Inner#one");
        }

        @Test
        void two() throws Exception {
            Slow.test("WideTest.Inner#two");
        }
    }

    @Test
    void t01() throws Exception {
        Slow.test("WideTest#t01");
    }

    @Test
    void t02() throws Exception {
        Slow.test("WideTest#t02");
    }

    @Test
    void t03() throws Exception {
        Slow.test("WideTest#t03");
    }

    @Test
    void t04() throws Exception {
        Slow.test("WideTest#t04");
    }

    @Test
    void t05() throws Exception {
        Slow.test("WideTest#t05");
    }

    @Test
    void t06() throws Exception {
        Slow.test("WideTest#t06");
    }

    @Test
    void t07() throws Exception {
        Slow.test("WideTest#t07");
    }

    @Test
    void t08() throws Exception {
        Slow.test("WideTest#t08");
    }
}
