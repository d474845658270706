package old;

import org.testng.annotations.Test;

public class PassesTest {
    @Test
    public void passes() {}
}
