package hangs;

import io.github.isolation.TimeLimit;
import java.util.concurrent.CountDownLatch;

/** Has two seconds as a whole. */
@TimeLimit(perClass = 2)
class WholeClassTest extends Three {

    @Override
    void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
