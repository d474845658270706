package hangs;

import io.github.isolation.TimeLimit;
import java.util.concurrent.CountDownLatch;

/** Has four seconds as a whole, of which the start of its worker may take some. */
@TimeLimit(perClass = 4)
class WholeClassTest extends Three {

    @Override
    void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
