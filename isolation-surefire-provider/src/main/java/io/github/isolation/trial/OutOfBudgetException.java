package io.github.isolation.trial;

/** A question stays open: there is no time left for another trial. */
public final class OutOfBudgetException extends Exception {
    private static final long serialVersionUID = 1;
}
