package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a class leaves behind in the thread of the tests must not keep the next one from being loaded. */
class TestThreadTest {
    private final TestThread thread = new TestThread();
    private final ClassLoader atStart = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void begin() {
        thread.begin();
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(atStart);
    }

    @Test
    void noContextClassLoaderIsMended() {
        assertMended(null);
    }

    @Test
    void oneThatDoesNotKnowTheClassPathIsMended() {
        assertMended(new URLClassLoader(new URL[0], null));
    }

    @Test
    void oneThatThrowsIsMended() {
        assertMended(new ClassLoader(atStart) {
            @Override
            public Class<?> loadClass(String name) {
                throw new IllegalStateException("closed");
            }
        });
    }

    @Test
    void oneThatWorksStays() {
        ClassLoader own = new URLClassLoader(new URL[0], atStart);
        Thread.currentThread().setContextClassLoader(own);
        thread.mend();
        assertSame(own, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void anInterruptOfATestIsOverWithItsClass() {
        Thread.currentThread().interrupt();
        thread.mend();
        assertFalse(Thread.interrupted());
    }

    @Test
    void theThreadOfTheTestsIsTheOneThatBegan() throws InterruptedException {
        Thread[] seen = new Thread[1];
        Thread other = new Thread(() -> seen[0] = thread.thread());
        other.start();
        other.join();
        assertSame(Thread.currentThread(), seen[0]);
        assertNull(new TestThread().thread());
    }

    @Test
    void beforeItHasBegunNothingIsMended() {
        Thread.currentThread().setContextClassLoader(null);
        new TestThread().mend();
        assertNull(Thread.currentThread().getContextClassLoader());
    }

    private void assertMended(ClassLoader broken) {
        Thread.currentThread().setContextClassLoader(broken);
        thread.mend();
        assertSame(atStart, Thread.currentThread().getContextClassLoader());
    }
}
