package io.github.isolation.supervisor.core;

import io.github.isolation.supervisor.core.life.StopReason;
import java.util.Optional;

/**
 * When a worker makes room for a fresh one. Asked between two classes.
 *
 * @param everyClasses after so many classes; 0 means never
 * @param afterFailure after a class in which a test failed
 * @param aboveHeapPercent when the heap is fuller than that after a collection; 0 means never
 */
public record RetirePolicy(int everyClasses, boolean afterFailure, int aboveHeapPercent) {
    /** Never. */
    public static final RetirePolicy NEVER = new RetirePolicy(0, false, 0);

    /** The same, but for how many classes a worker runs: that is said elsewhere. */
    public RetirePolicy afterAnyNumberOfClasses() {
        return new RetirePolicy(0, afterFailure, aboveHeapPercent);
    }

    /** Whether no worker ever has to make room. */
    public boolean isNever() {
        return !mayComeAfter(Integer.MAX_VALUE);
    }

    /** Whether a worker may have to make room once it has run so many classes. */
    boolean mayComeAfter(int classesRun) {
        return afterFailure || aboveHeapPercent > 0 || (everyClasses > 0 && classesRun >= everyClasses);
    }

    /** The reason to retire now, if there is one. */
    Optional<StopReason.Retire> decide(int classesRun, boolean failureSeen, int heapPercent) {
        if (aboveHeapPercent > 0
                && heapPercent > aboveHeapPercent
                && classesRun > 0) { // a fresh worker's would be no better
            return Optional.of(new StopReason.Retire("with a full heap"));
        }
        if (afterFailure && failureSeen) {
            return Optional.of(new StopReason.Retire("after a failure"));
        }
        return everyClasses > 0 && classesRun >= everyClasses
                ? Optional.of(new StopReason.Retire(
                        everyClasses == 1 ? "after every class" : "after " + everyClasses + " classes"))
                : Optional.empty();
    }
}
