package options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every outcome, and every kind of test. */
class OutcomesTest {

    @Test
    @Tag("fast")
    void passes() {}

    @Test
    @Tag("slow")
    void fails() {
        assertEquals("one\ntwo", "one\nthree", "with a message, \"quoted\" & <marked>");
    }

    @Test
    @Tag("fast")
    void throwsWithACause() {
        throw new IllegalStateException("outer", new IllegalArgumentException("inner"));
    }

    @Test
    void throwsWithoutAMessage() {
        throw new UnsupportedOperationException();
    }

    @Test
    @Disabled("for a reason")
    void isDisabled() {}

    @Test
    void isAborted() {
        assumeTrue(List.of().size() == 1, "not here");
    }

    @Test
    @DisplayName("has a name of its own")
    void named() {}

    @ParameterizedTest
    @Tag("fast")
    @ValueSource(ints = {1, 2, 3})
    void parameterized(int number) {
        assertEquals(1, number % 2);
    }

    @RepeatedTest(2)
    void repeated() {}

    @TestFactory
    Stream<DynamicTest> dynamic() {
        return Stream.of("one", "two").map(name -> DynamicTest.dynamicTest(name, () -> {}));
    }

    @Nested
    @Tag("fast")
    class Inside {

        @Test
        void passes() {}

        @Test
        void fails() {
            assertEquals(1, 2);
        }
    }
}
