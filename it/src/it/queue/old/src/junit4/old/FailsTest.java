package old;

import org.junit.Assert;
import org.junit.Test;

public class FailsTest {
    @Test
    public void passes() {}

    @Test
    public void fails() {
        Assert.fail("as it should");
    }
}
