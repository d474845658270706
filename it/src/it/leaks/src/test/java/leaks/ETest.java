package leaks;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Has the server start one more thread, and leaves one that nobody minds. */
class ETest {
    @Test
    void startsThreads() {
        CountDownLatch never = new CountDownLatch(1);
        new Thread(() -> await(never), "server-loop-4").start();
        new Thread(() -> await(never), "meant-to-stay").start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
