package leaks;

import org.junit.jupiter.api.Test;

/** Leaves nothing; what the class before left is not its fault. */
class BTest {
    @Test
    void passes() {}

    /** L28: it outlives its class, but not by long. */
    @Test
    void startsWhatIsOnItsWayOut() {
        new Thread(BTest::sleep, "on-its-way-out").start();
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
