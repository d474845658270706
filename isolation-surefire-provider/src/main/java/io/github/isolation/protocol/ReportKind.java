package io.github.isolation.protocol;

/** What a {@link TestReport} says. The order is part of the wire: append only, and raise the protocol version. */
public enum ReportKind {
    /** A test set begins. */
    SET_STARTING,
    /** A test set has ended. */
    SET_COMPLETED,
    /** A test begins. */
    STARTING,
    /** A test passed. */
    SUCCEEDED,
    /** A test failed by an assertion. */
    FAILED,
    /** A test failed by anything else. */
    ERROR,
    /** A test was not run, on purpose. */
    SKIPPED,
    /** A test gave up because an assumption did not hold. */
    ABORTED;

    /** Whether this is the final result of one attempt at a test. */
    public boolean isResult() {
        return this != SET_STARTING && this != SET_COMPLETED && this != STARTING;
    }

    /** Whether this is a result that fails the build. */
    public boolean isFailure() {
        return this == FAILED || this == ERROR;
    }
}
