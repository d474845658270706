package ng;

import org.testng.annotations.Test;

/** A second class. */
public class SecondTest {

    @Test
    public void prints() {
        System.out.println("second");
    }
}
