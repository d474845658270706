package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.ExitCalled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What is told of the stacks of other threads: who called {@code System.exit}, and what all of them are doing. */
class StacksTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final ExitWatch watch = new ExitWatch(supervisor, new Guard(supervisor, new Resume(), "1"));

    @Test
    void whoCalledExitIsToldFromTheCallOn() {
        Map<Thread, StackTraceElement[]> stacks = new LinkedHashMap<>();
        stacks.put(new Thread("idle"), stack("java.lang.Object.wait", "p.Idle.run"));
        stacks.put(
                new Thread("guilty"),
                stack(
                        "java.lang.Object.wait",
                        "java.lang.ApplicationShutdownHooks.runHooks",
                        "java.lang.Shutdown.runHooks",
                        "java.lang.Shutdown.exit",
                        "java.lang.Runtime.exit",
                        "java.lang.System.exit",
                        "p.ATest.a"));
        watch.find(stacks);
        assertEquals(
                List.of(
                        new ExitCalled(
                                "guilty",
                                "\tat java.lang.Runtime.exit(F.java:1)\n\tat java.lang.System.exit(F.java:1)\n\tat p.ATest.a(F.java:1)")),
                supervisor.told);
    }

    @Test
    void whereNobodyDidNothingIsTold() {
        watch.find(Map.of(new Thread("idle"), stack("java.lang.Object.wait", "p.Exit.exit")));
        assertEquals(List.of(), supervisor.told);
    }

    /** As they stand in an exception. */
    @Test
    void aFrameHasNeitherLoaderNorVersion() {
        StackTraceElement frame = new StackTraceElement("app", "java.base", "17.0.1", "p.A", "a", "A.java", 3);
        assertEquals("java.base/p.A.a(A.java:3)", StackFrames.text(frame));
    }

    @Test
    void aDumpHasTheThreadsWithWhatTheyWaitFor() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch over = new CountDownLatch(1);
        Thread waiting = new Thread(
                () -> {
                    lock.lock();
                    try {
                        over.countDown();
                    } finally {
                        lock.unlock();
                    }
                },
                "waits-for-a-lock");
        lock.lock();
        try {
            waiting.start();
            while (waiting.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            String dump = ThreadDumps.take();
            String me = Thread.currentThread().getName();
            assertTrue(dump.contains("\"waits-for-a-lock\" #" + waiting.getId() + " WAITING on"), dump);
            assertTrue(dump.contains(", held by \"" + me + "\""), dump);
            assertTrue(dump.contains("\tat " + StacksTest.class.getName()), dump);
        } finally {
            lock.unlock();
        }
        over.await();
        waiting.join();
    }

    private static StackTraceElement[] stack(String... methods) {
        StackTraceElement[] stack = new StackTraceElement[methods.length];
        for (int i = 0; i < methods.length; i++) {
            int dot = methods[i].lastIndexOf('.');
            stack[i] = new StackTraceElement(methods[i].substring(0, dot), methods[i].substring(dot + 1), "F.java", 1);
        }
        return stack;
    }
}
