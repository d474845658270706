package io.github.isolation.trial;

/** What became of a test in a trial. */
public enum Outcome {
    PASSED,
    /** An assertion did not hold, or something else was thrown. */
    FAILED,
    /** Its worker died while it ran. */
    CRASHED,
    /** It took longer than it may. */
    TIMED_OUT,
    /** Skipped, or an assumption did not hold. */
    SKIPPED,
    /** It had no turn: the trial was cut short, or no worker started, or it is not there. */
    NOT_RUN;

    /** Whether that is a failure. */
    public boolean isFailure() {
        return this == FAILED || this == CRASHED || this == TIMED_OUT;
    }
}
