package io.github.isolation.trial;

import java.util.Optional;

/** Whoever makes trials. */
public interface Tries {
    /**
     * Makes one, and waits for its end.
     *
     * @return nothing if no more are to be made, since time or runs are used up
     */
    Optional<TrialResult> make(Trial trial) throws InterruptedException;
}
