package io.github.isolation.it;

/** What became of a test case, by the element Surefire wrote inside it. */
public enum Outcome {
    /** No element. */
    PASSED,
    /** {@code <failure>}: an assertion did not hold. */
    FAILED,
    /** {@code <error>}: anything else went wrong. */
    ERROR,
    /** {@code <skipped>}. */
    SKIPPED
}
