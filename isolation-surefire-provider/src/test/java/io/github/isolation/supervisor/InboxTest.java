package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.Input;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for the loop: in order, not more than there is memory for, and never so that the loop waits for itself. */
final class InboxTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int FULL = 2 << 20;

    private final Inbox inbox = new Inbox();

    @Test
    void whatCameFirstIsTakenFirst() throws InterruptedException {
        assertTrue(inbox.isEmpty());
        inbox.put(List.of(new Input.Ping(), new Input.Tick()), 10);
        inbox.put(List.of(new Input.NoneLeft()), 0);
        assertFalse(inbox.isEmpty());
        Inbox.Letter first = inbox.take();
        assertEquals(List.of(new Input.Ping(), new Input.Tick()), first.inputs());
        assertEquals(10, first.bytes());
        Inbox.Letter second = inbox.take();
        assertEquals(List.of(new Input.NoneLeft()), second.inputs());
        assertTrue(second.atNanos() - first.atNanos() >= 0);
        assertTrue(inbox.isEmpty());
    }

    /** A worker that is chattier than Maven is fast waits, through its socket. */
    @Test
    void whoBringsMoreThanThereIsRoomForWaitsUntilSomethingIsDone() throws InterruptedException {
        inbox.put(List.of(new Input.Ping()), FULL);
        Thread writer = new Thread(() -> inbox.put(List.of(new Input.Tick()), 1));
        writer.setDaemon(true);
        writer.start();
        awaitWaiting(writer);
        Inbox.Letter taken = inbox.take();
        assertTrue(inbox.isEmpty(), "taken is not done: it is in memory still");
        inbox.done(taken);
        writer.join(LONG.toMillis());
        assertEquals(List.of(new Input.Tick()), inbox.take().inputs());
    }

    /** The loop puts things in itself; if it waited for room, nobody would make any. */
    @Test
    void whatHasNoSizeFindsRoomAtAllTimes() {
        inbox.put(List.of(new Input.Ping()), FULL);
        assertTimeoutPreemptively(LONG, () -> inbox.put(List.of(new Input.Tick()), 0));
    }

    /** Where a worker waits already, it would wait for that worker, which waits for it. */
    @Test
    void soItDoesWhereOthersWaitForRoom() {
        inbox.put(List.of(new Input.Ping()), FULL);
        Thread writer = new Thread(() -> inbox.put(List.of(new Input.Tick()), 1));
        writer.setDaemon(true);
        writer.start();
        awaitWaiting(writer);
        assertTimeoutPreemptively(LONG, () -> inbox.put(List.of(new Input.Tick()), 0));
        writer.interrupt();
    }

    /** As one delivery of a worker may be, which is a frame of its own. */
    @Test
    void whatIsLargerThanAllRoomGoesInByItself() {
        assertTimeoutPreemptively(LONG, () -> {
            inbox.put(List.of(new Input.Ping()), Integer.MAX_VALUE);
            inbox.done(inbox.take());
            inbox.put(List.of(new Input.Tick()), FULL);
        });
    }

    @Test
    void roomThatWasGivenBackIsThereAgainHoweverOften() {
        assertTimeoutPreemptively(LONG, () -> {
            for (int i = 0; i < 1_000; i++) {
                inbox.put(List.of(new Input.Ping()), FULL / 2);
                inbox.put(List.of(new Input.Ping()), FULL / 2);
                inbox.done(inbox.take());
                inbox.done(inbox.take());
            }
        });
    }

    @Test
    void aThreadThatIsInterruptedWhileItWaitsWaitsNoLonger() throws InterruptedException {
        inbox.put(List.of(new Input.Ping()), FULL);
        List<Boolean> interrupted = new ArrayList<>();
        Thread writer = new Thread(() -> {
            inbox.put(List.of(new Input.Tick()), 1);
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        writer.setDaemon(true);
        writer.start();
        awaitWaiting(writer);
        writer.interrupt();
        writer.join(LONG.toMillis());
        assertEquals(List.of(true), interrupted);
        inbox.done(inbox.take());
        assertTrue(inbox.isEmpty(), "it was not put in");
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertTrue(thread.isAlive(), "it does not wait");
            Thread.onSpinWait();
        }
    }
}
