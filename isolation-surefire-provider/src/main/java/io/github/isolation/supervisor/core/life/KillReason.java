package io.github.isolation.supervisor.core.life;

/** Why a worker is ended by force. The order of declaration is severity: a reason only ever becomes more severe. */
public enum KillReason {
    /** A service has ended that its test may be using. */
    SERVICE_ENDED,
    /** A test or class took longer than it may. */
    TIMED_OUT,
    /** The worker did not greet in time. */
    NEVER_GREETED,
    /** The worker said something the protocol does not know. */
    PROTOCOL_BROKEN,
    /** A service of its fork could not be started, or not be restored. */
    SERVICE_FAILED,
    /** Maven wants the fork to end. */
    CANCELLED;

    /** The more severe of the two. */
    KillReason escalate(KillReason other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
