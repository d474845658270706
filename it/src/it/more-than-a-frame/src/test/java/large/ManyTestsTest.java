package large;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Crashes when it is nearly through: what its replacement is not to run again is a long list. */
class ManyTestsTest {
    static final int TESTS = Integer.getInteger("tests");

    static IntStream numbers() {
        return IntStream.rangeClosed(1, TESTS);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void passesButForOne(int number) {
        if (number == TESTS - 2) {
            Bodies.ran("crashes");
            Crash.here();
        }
        if (number > TESTS - 5) {
            Bodies.ran("number " + (TESTS - number));
        }
    }
}
