package io.github.isolation.queue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Takes part in a run, also where the queue cannot be reached yet: a server that is being started, or has no room for one more, is tried again for as
 * long as a lease lasts.
 */
public final class PatientJoin {
    private final Leases leases;
    private final Consumer<String> warnings;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /** Waits. */
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    /**
     * With these.
     *
     * @param warnings gets one line if it has to wait
     * @param nanoTime a clock that nobody sets
     */
    public PatientJoin(Leases leases, Consumer<String> warnings, LongSupplier nanoTime, Pause pause) {
        this.leases = leases;
        this.warnings = warnings;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Joins.
     *
     * @throws QueueRefusedException at once, if there is no point in another try
     * @throws IOException if the last try has failed
     */
    public Seat join(ClassQueue queue, Entry entry) throws IOException {
        long begun = nanoTime.getAsLong();
        boolean warned = false;
        while (true) {
            long tried = nanoTime.getAsLong();
            try {
                return queue.join(entry);
            } catch (QueueRefusedException e) {
                throw e;
            } catch (IOException e) {
                // When the try began, and not when it failed: a machine that was frozen in its only one has hardly
                // tried.
                if (tried - begun >= leases.lease().toNanos()) {
                    throw e;
                }
                if (!warned) {
                    warned = true;
                    warnings.accept(
                            "isolation: the queue cannot be reached (" + e.getMessage() + "). It is tried again for "
                                    + Math.max(1, leases.lease().toSeconds()) + " s");
                }
            }
            rest();
        }
    }

    private void rest() throws IOException {
        try {
            pause.of(leases.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while it waited for the queue").initCause(e);
        }
    }
}
