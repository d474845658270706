package io.github.isolation.worker;

import org.jspecify.annotations.Nullable;

/**
 * What a class needs of the thread that runs the tests before it can be loaded, and classes before it may have broken. Stock
 * Surefire with one fork has loaded them all before. Used by that thread only.
 */
final class TestThread {
    private @Nullable ClassLoader loader;
    private volatile @Nullable Thread thread;

    /** Before the first class. */
    void begin() {
        loader = Thread.currentThread().getContextClassLoader();
        thread = Thread.currentThread();
    }

    /** Where providers run tests, if JUnit does not do so in several threads; null before the first class. From any thread. */
    @Nullable
    Thread thread() {
        return thread;
    }

    /** Before every class: one that was left behind and does its work stays. */
    void mend() {
        Thread.interrupted(); // meant for a test that is over
        ClassLoader known = loader;
        ClassLoader found = Thread.currentThread().getContextClassLoader();
        if (known != null && found != known && !works(found)) {
            Thread.currentThread().setContextClassLoader(known);
        }
    }

    private static boolean works(@Nullable ClassLoader loader) {
        try {
            return loader != null && loader.loadClass(TestThread.class.getName()) == TestThread.class;
        } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
            return false;
        }
    }
}
