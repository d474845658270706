package hangs;

import io.github.isolation.TimeLimit;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Two threads, each with what the other one wants; nobody needs five seconds to see that. */
@TimeLimit(perTest = 2000, unit = TimeUnit.MILLISECONDS)
class DeadlockTest extends Three {

    private final Object left = new Object();
    private final Object right = new Object();
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);

    @Override
    void hang() {
        new Thread(() -> take(right, left), "the-other-one").start();
        take(left, right);
    }

    private void take(Object first, Object second) {
        synchronized (first) {
            try {
                bothHoldOne.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                throw new IllegalStateException("not reached");
            }
        }
    }
}
