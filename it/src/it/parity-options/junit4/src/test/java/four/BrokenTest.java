package four;

import org.junit.Test;

/** Has no constructor that JUnit could call. */
public class BrokenTest {

    private BrokenTest(int number) {
        System.out.println(number);
    }

    @Test
    public void isNeverRun() {}
}
