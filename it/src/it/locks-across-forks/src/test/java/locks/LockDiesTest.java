package locks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Dies as soon as somebody has waited for its lock long enough for that to be said. */
class LockDiesTest {
    @Test
    @ResourceLock("printer")
    void dies() throws IOException, InterruptedException {
        Counter.note("printer", "held");
        TimeUnit.SECONDS.sleep(3);
        Runtime.getRuntime().halt(1);
    }
}
