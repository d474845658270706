package parts;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Takes longer than any machine should; each member takes so long that somebody has to share it. */
class LongTest {
    @BeforeAll
    static void setUp() {
        System.out.println("LongTest is set up");
    }

    @Test
    void first() {
        Slow.take(400);
    }

    @Test
    void second() {
        Slow.take(400);
        if (Boolean.getBoolean("crash")) {
            Runtime.getRuntime().halt(3);
        }
    }

    @Test
    void third() {
        Slow.take(400);
    }

    @Test
    @Disabled("on purpose")
    void isSkipped() {}

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9})
    void numbers(int number) {
        Slow.take(150);
    }

    @TestFactory
    List<DynamicTest> made() {
        return List.of(
                DynamicTest.dynamicTest("one", () -> Slow.take(150)),
                DynamicTest.dynamicTest("two", () -> Slow.take(150)));
    }

    @Nested
    class Inner {
        @Test
        void first() {
            Slow.take(250);
        }

        @Test
        void second() {
            Slow.take(250);
        }
    }

    // here the script writes a test that no plan knows of
}
