package changes;

import org.junit.jupiter.api.Test;

/** Every thread is interrupted, and what one of them does not catch ends the JVM. */
class IHandlerTest extends Stays {
    @Test
    void change() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, thrown) -> Runtime.getRuntime().halt(9));
        Thread.getAllStackTraces().keySet().forEach(Thread::interrupt);
    }
}
