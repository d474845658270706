package four;

import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import org.junit.Ignore;
import org.junit.Test;

/** JUnit 4, alone. */
public class FourTest {

    @Test
    public void passes() {
        System.out.println("four");
    }

    @Test
    public void fails() {
        assertEquals(1, 2);
    }

    @Test
    public void throwsSomething() {
        throw new IllegalStateException("four");
    }

    @Test
    @Ignore("for a reason")
    public void isIgnored() {}

    @Test
    public void isAssumedAway() {
        assumeTrue(false);
    }
}
