package chaos;

import io.github.isolation.it.support.Bodies;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What each test does: it takes its time, and says that it came to its end. */
final class Body {
    private Body() {}

    static void complete(Class<?> type, String name, int millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        Bodies.ran(type.getName() + "#" + name);
    }
}
