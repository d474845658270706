package recorded;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

class WritesATest {
    /** Another waits for it in any case: together they take longer than the test that hangs keeps its fork. */
    @Test
    @ResourceLock("file")
    void writes() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(800);
    }

    @Test
    @Disabled("not today")
    @DisplayName("a \"name\" \\ for people")
    void isSkipped() {}
}
