package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/**
 * A worker is gone, and it is known why.
 *
 * @param overdue what took too long, if it was ended for that or for something worse that came to light meanwhile
 */
public record Death(DeathReason reason, @Nullable Overdue overdue) {
    /** The same, laid to something else. */
    public Death with(DeathReason other) {
        return new Death(other, overdue);
    }

    /** Whether the class as a whole ran out of time in this slice, so that the rest of it is not run either. */
    public boolean isTimeoutOfClass(long slice) {
        return overdue != null && overdue.wholeClass() && overdue.slice() == slice;
    }

    /** Whether a worker that was ended for taking too long did so in this slice, and not in one before it in the same plan. */
    public boolean isFor(long slice) {
        return overdue == null || overdue.slice() == slice;
    }
}
