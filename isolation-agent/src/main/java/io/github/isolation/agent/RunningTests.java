package io.github.isolation.agent;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which test runs, twice over. What a thread has inherited is right for threads of a test's own, and out of date in pools that
 * live longer. What began last is right wherever tests run one at a time. Where the two differ, a thread of one test is at
 * work in another, or a pool is. Thread-safe.
 */
final class RunningTests {
    /** No test at all. */
    static final int NONE = 0;

    /** Several tests run side by side, so nobody can tell. */
    static final int SEVERAL = -1;

    /**
     * A test, or a class.
     *
     * @param number by which it is known in the file
     * @param method null for a class
     * @param around what it is part of; null if nothing
     */
    record Running(
            int number,
            String className,
            @Nullable String method,
            @Nullable Running around) {
        /** Whether it is another attempt at, or an invocation of, what it is in. */
        boolean isPartOfATest() {
            return around != null && around.number == number;
        }

        /** Whether it is a method with all that belongs to it. */
        boolean isTest() {
            return method != null && (around == null || around.method == null);
        }

        boolean isTopLevel() {
            return around == null && method == null;
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();
    /** Of this object: there is one in a JVM, but for our own tests. */
    @SuppressWarnings("ThreadLocalUsage")
    private final InheritableThreadLocal<@Nullable Running> inherited = new InheritableThreadLocal<>();

    private final AtomicInteger threads = new AtomicInteger();

    /** A pool that JUnit makes within a class inherits the class: it is by its methods that one sees them side by side. */
    private final AtomicInteger methods = new AtomicInteger();

    private volatile int last = NONE;
    private volatile boolean several;

    /** Tells of a test that was not heard of before. */
    interface NewTest {
        void isNumber(int number, String className, @Nullable String method);
    }

    /** In this thread, a test or a class begins. */
    Running begins(String className, @Nullable String method, NewTest news) {
        Running around = inherited.get();
        int number = number(className, method, news);
        Running begun = new Running(number, className, method, around);
        if (around == null && threads.incrementAndGet() > 1) {
            several = true;
        }
        if (begun.isTest() && methods.incrementAndGet() > 1) {
            several = true;
        }
        inherited.set(begun);
        last = number;
        return begun;
    }

    /** In this thread, what began last ends; null if nothing has begun. */
    @Nullable
    Running ends() {
        Running ended = inherited.get();
        if (ended == null) {
            return null;
        }
        if (ended.isTest()) {
            methods.decrementAndGet();
        }
        Running around = ended.around();
        if (around == null) {
            inherited.remove();
            if (threads.decrementAndGet() == 0) {
                several = false;
            }
            last = NONE;
        } else {
            inherited.set(around);
            last = around.number();
        }
        return ended;
    }

    /** What this thread, or the one that made it, has begun. */
    int inherited() {
        Running running = inherited.get();
        return running == null ? NONE : running.number();
    }

    /** What has begun last, in whatever thread. */
    int last() {
        return several ? SEVERAL : last;
    }

    private synchronized int number(String className, @Nullable String method, NewTest news) {
        String key = method == null ? className : className + "\t" + method;
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        numbers.put(key, number);
        news.isNumber(number, className, method);
        return number;
    }
}
