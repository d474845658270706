package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a class leaves behind in the thread of the tests must not keep the next one from being loaded. */
class TestThreadTest {
    private final ClassLoader atStart = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void begin() {
        TestThread.begin();
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
        TestThread.mend();
        assertSame(own, Thread.currentThread().getContextClassLoader());
    }

    @Test
    void anInterruptOfATestIsOverWithItsClass() {
        Thread.currentThread().interrupt();
        TestThread.mend();
        assertFalse(Thread.interrupted());
    }

    private void assertMended(ClassLoader broken) {
        Thread.currentThread().setContextClassLoader(broken);
        TestThread.mend();
        assertSame(atStart, Thread.currentThread().getContextClassLoader());
    }
}
