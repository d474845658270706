package matrix;

import io.github.isolation.it.support.Bodies;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A thread that one test has started ends the JVM while no test is running. */
class ExitBetweenTest {

    private static final CountDownLatch BETWEEN_TESTS = new CountDownLatch(1);
    private static boolean startedHere;

    @Test
    void starts() {
        Bodies.ran(getClass().getName() + "#starts");
        startedHere = true;
        new Thread(ExitBetweenTest::exitLater, "time-bomb").start();
    }

    private static void exitLater() {
        try {
            BETWEEN_TESTS.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        System.exit(3);
    }

    /** Comes after the tests of the class around it. */
    @Nested
    class Inner {

        @BeforeAll
        static void explode() throws InterruptedException {
            if (startedHere) {
                BETWEEN_TESTS.countDown();
                new CountDownLatch(1).await();
            }
        }

        @Test
        void comesAfter() {
            Bodies.ran(getClass().getName() + "#comesAfter");
        }
    }
}
