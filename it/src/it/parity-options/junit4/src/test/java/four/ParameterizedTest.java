package four;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** With parameters. */
@RunWith(Parameterized.class)
public class ParameterizedTest {

    private final int number;

    /** For one of them. */
    public ParameterizedTest(int number) {
        this.number = number;
    }

    @Parameters(name = "number {0}")
    public static List<Integer> numbers() {
        return List.of(1, 2, 3);
    }

    @BeforeClass
    public static void before() {
        System.out.println("before the class");
    }

    @Test
    public void isOdd() {
        assertEquals(1, number % 2);
    }
}
