package io.github.isolation.supervisor.core;

/**
 * Whether a worker is offered classes for one plan of JUnit's, as stock Surefire's only fork has them. With several forks a
 * class is a plan, with stock as here: what one fork holds, the others cannot take.
 */
public enum PlanSharing {
    /** One class at a time. */
    NONE(0),
    /** All there is, up to what surely fits into a frame. */
    ALL(10_000);

    private final int most;

    PlanSharing(int most) {
        this.most = most;
    }

    /** How many at a time, besides the one that is handed out. */
    int most() {
        return most;
    }
}
