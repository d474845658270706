package resumes;

import io.github.isolation.it.support.Bodies;
import io.github.isolation.it.support.Crash;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

/** JUnit 4, with the crash in the second of four runs. */
@RunWith(Parameterized.class)
public class VintageParameterizedTest {

    private final int number;

    public VintageParameterizedTest(int number) {
        this.number = number;
    }

    @Parameterized.Parameters
    public static Object[] numbers() {
        return new Object[] {1, 2, 3, 4};
    }

    @Test
    public void crashesInTheSecond() {
        Bodies.ran("VintageParameterizedTest#" + number);
        if (number == 2) {
            Crash.here();
        }
    }
}
