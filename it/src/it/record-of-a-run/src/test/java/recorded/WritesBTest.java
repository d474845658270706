package recorded;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class WritesBTest {
    @Test
    @ResourceLock("file")
    void writes() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(800);
    }
}
