package old;

import org.junit.Test;

public class PassesTest {
    @Test
    public void passes() {}
}
