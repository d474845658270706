package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A thread beside the loop that cannot go on is no silence: the loop is woken up, and finds out. */
final class FaultsTest {
    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults(inbox);

    @Test
    void theFirstOneIsKeptAndEachWakesTheLoop() throws InterruptedException {
        assertNull(faults.first());
        Throwable first = new IllegalStateException("first");
        faults.failed(first);
        faults.failed(new OutOfMemoryError("of the first, perhaps"));
        assertSame(first, faults.first());
        assertEquals(List.of(), inbox.take().inputs());
        assertEquals(List.of(), inbox.take().inputs());
        assertTrue(inbox.isEmpty());
    }

    @Test
    void whatFailsAsideIsNoSilence() throws InterruptedException {
        for (Throwable thrown : List.of(new IllegalStateException("as if"), new StackOverflowError())) {
            Faults each = new Faults(inbox);
            each.aside("isolation-test", () -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            });
            inbox.take(); // waits for it
            assertSame(thrown, each.first());
        }
    }

    @Test
    void whatIsDoneAsideIsDoneInAThreadThatKeepsNobodyAlive() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        faults.aside("isolation-test", () -> threads.add(Thread.currentThread()));
        Thread thread = threads.poll(30, TimeUnit.SECONDS);
        assertEquals("isolation-test", thread.getName());
        assertTrue(thread.isDaemon());
        thread.join();
        assertNull(faults.first());
        assertTrue(inbox.isEmpty());
    }

    @Test
    void whatItSaysNamesAllThatRan() {
        Throwable why = new IllegalStateException("as if");
        assertEquals(
                "isolation: the supervisor failed while a.A.a and b.B.b ran: java.lang.IllegalStateException: as if",
                new SupervisorFailedException(List.of("a.A.a", "b.B.b"), why).getMessage());
        SupervisorFailedException idle = new SupervisorFailedException(List.of(), why);
        assertEquals(
                "isolation: the supervisor failed while no test was running: java.lang.IllegalStateException: as if",
                idle.getMessage());
        assertSame(why, idle.getCause());
    }
}
