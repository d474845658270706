package recorded;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HangsTest {
    @Test
    void hangs() throws InterruptedException {
        TimeUnit.MINUTES.sleep(10);
    }
}
