package io.github.isolation.supervisor;

import io.github.isolation.supervisor.core.Input;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * What waits for the supervisor's loop, bounded by its size in bytes: when Maven is slower than the tests are chatty, those
 * who put something in here wait, and with them, through their sockets, the workers. Thread-safe.
 */
final class Inbox {
    /** The supervisor has 64 MiB for everything; what is decoded takes a few times its size on the wire. */
    private static final int MOST_BYTES = 2 << 20;

    /**
     * What one delivery brings.
     *
     * @param inputs in order
     * @param bytes their size, as far as it matters
     * @param atNanos when they came
     */
    record Letter(List<Input> inputs, int bytes, long atNanos) {}

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_BYTES, true);

    /** Puts something in, and waits while it is full. What has no size finds room at all times, also for the loop itself. */
    void put(List<Input> inputs, int bytes) {
        int taken = Math.min(bytes, MOST_BYTES);
        long now = System.nanoTime();
        try {
            if (taken > 0) { // a fair semaphore has whoever wants nothing wait in line as well
                room.acquire(taken);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        letters.add(new Letter(inputs, taken, now));
    }

    /** Whether there is nothing to take now. */
    boolean isEmpty() {
        return letters.isEmpty();
    }

    /** The next one. */
    Letter take() throws InterruptedException {
        return letters.take();
    }

    /** All of it has been dealt with. */
    void done(Letter letter) {
        room.release(letter.bytes());
    }
}
