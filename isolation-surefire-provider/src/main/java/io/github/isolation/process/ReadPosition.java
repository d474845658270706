package io.github.isolation.process;

/**
 * How much of a conversation was passed on, so that what a worker prints past Java is not heard before what it had said until
 * then. Thread-safe.
 */
final class ReadPosition {
    /**
     * A worker sends what it says a moment later, or later than that on a busy machine; one that is frozen does not send it at all. Less
     * than the last words of a dead one are waited for.
     */
    private static final long PATIENCE_MILLIS = 500;

    private long upTo;
    private long givenUp;
    private boolean ended;

    /** Everything before this position was passed on. */
    synchronized void upTo(long position) {
        upTo = position;
        notifyAll();
    }

    /** There is nothing more. */
    synchronized void ended() {
        ended = true;
        notifyAll();
    }

    /** Waits until it has come so far; not for long, and not twice for the same. */
    synchronized void await(long position) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            while (!ended && upTo < position && givenUp < position) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    givenUp = position;
                } else {
                    wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
