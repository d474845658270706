package leaks;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Leaves a thread behind that keeps a JVM alive, and one that goes away in a moment. */
class ATest {
    @Test
    void startsThreads() {
        CountDownLatch never = new CountDownLatch(1);
        new Thread(() -> await(never), "left-behind").start();
        Thread daemon = new Thread(() -> await(never), "harmless");
        daemon.setDaemon(true);
        daemon.start();
        new Thread(() -> {}, "gone-in-a-moment").start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
