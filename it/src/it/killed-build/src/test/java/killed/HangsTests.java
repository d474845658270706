package killed;

import io.github.isolation.it.support.Notes;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Says where it runs and what it has started, and then does nothing for as long as nobody kills it. */
abstract class HangsTests {

    @Test
    void hangs() throws IOException, InterruptedException {
        Started.all();
        Notes.take(getClass());
        new CountDownLatch(1).await(10, TimeUnit.MINUTES);
    }
}
