package chaos;

import io.github.isolation.it.support.Bodies;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Ten tests that take long enough to be killed in, and say so when they were not. */
abstract class TenTests {

    @Test
    void one() {
        complete("one");
    }

    @Test
    void two() {
        complete("two");
    }

    @Test
    void three() {
        complete("three");
    }

    @Test
    void four() {
        complete("four");
    }

    @Test
    void five() {
        complete("five");
    }

    @Test
    void six() {
        complete("six");
    }

    @Test
    void seven() {
        complete("seven");
    }

    @Test
    void eight() {
        complete("eight");
    }

    @Test
    void nine() {
        complete("nine");
    }

    @Test
    void ten() {
        complete("ten");
    }

    private void complete(String name) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(25);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        Bodies.ran(getClass().getName() + "#" + name);
    }
}
