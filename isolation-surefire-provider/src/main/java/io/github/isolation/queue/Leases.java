package io.github.isolation.queue;

import java.time.Duration;

/**
 * How long a unit is lent, and what follows from it.
 *
 * @param lease after which silence a machine counts as gone
 */
public record Leases(Duration lease) {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(2);

    /** A machine that is busy with something else takes its time to answer. */
    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(5);

    /** How often a machine says that it is alive: two of three may be lost. */
    public Duration beat() {
        return lease.dividedBy(3);
    }

    /** How often a machine that has nothing to do asks again, and one that cannot reach the queue tries again. */
    public Duration poll() {
        return lesser(lease.dividedBy(30), LONGEST_POLL);
    }

    /** How long an answer may take before the connection counts as lost. */
    public Duration patience() {
        return beat().compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : beat();
    }

    private static Duration lesser(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
