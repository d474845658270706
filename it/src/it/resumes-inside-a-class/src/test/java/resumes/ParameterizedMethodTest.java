package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash in one of several invocations: those before it have run, those after it are still to run. */
class ParameterizedMethodTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void third(int number) {
        Bodies.ran("ParameterizedMethodTest#third" + number);
        if (number == 3) {
            Crash.here();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void harmless(String text) {
        Bodies.ran("ParameterizedMethodTest#harmless" + text);
    }

    @RepeatedTest(5)
    void repeated(RepetitionInfo repetition) {
        Bodies.ran("ParameterizedMethodTest#repeated" + repetition.getCurrentRepetition());
        if (repetition.getCurrentRepetition() == 3) {
            Crash.here();
        }
    }

    @Test
    void besides() {
        Bodies.ran("ParameterizedMethodTest#besides");
    }
}
