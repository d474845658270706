package clash;

import org.junit.jupiter.api.Test;

class NativeMeetsTest {
    @Test
    void meets() throws Exception {
        Moments.SHORT.beforeItMeets();
        NativeHoldsTest.shell("echo other > target/native.txt");
        Moments.SHORT.afterItMet();
    }
}
