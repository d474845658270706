package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash between the invocations of a method, in a suite. */
class SecondMember {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void counts(int number) {
        Bodies.ran("SecondMember#counts" + number);
        if (number == 2) {
            Crash.here();
        }
    }
}
