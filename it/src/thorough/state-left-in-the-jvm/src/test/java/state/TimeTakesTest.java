package state;

import org.junit.jupiter.api.Test;

/** Runs behind the thread of another class, and so long that it is met. */
class TimeTakesTest {
    @Test
    void takes() throws InterruptedException {
        Thread.sleep(300);
    }
}
