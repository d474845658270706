package old;

import org.testng.Assert;
import org.testng.annotations.Test;

public class FailsTest {
    @Test
    public void passes() {}

    @Test
    public void fails() {
        Assert.fail("as it should");
    }
}
