package leaks;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Starts a server that all classes share, and never ends it. */
class DTest {
    @Test
    void startsThreads() {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 1; i <= 3; i++) {
            new Thread(() -> await(never), "server-loop-" + i).start();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
