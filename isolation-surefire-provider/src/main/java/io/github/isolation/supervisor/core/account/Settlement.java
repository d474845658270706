package io.github.isolation.supervisor.core.account;

import io.github.isolation.supervisor.core.life.Death;
import io.github.isolation.supervisor.core.life.DeathReason;

/**
 * What becomes of a slice whose worker is gone.
 *
 * @param blame whom the death is laid to
 * @param mayResume whether another worker may go on with it, if it can
 * @param owes whether each test that is left is an error, if nobody goes on with it
 */
public record Settlement(Blame blame, boolean mayResume, boolean owes) {
    /** Whom a death is laid to. */
    public enum Blame {
        /** Nobody: the worker left in an orderly way, or never had anything in hand. */
        NOBODY,
        /** The tests that were running: they are errors. */
        WHAT_WAS_RUNNING,
        /** Something else than what it had in hand, which runs on as if nothing had happened. */
        SOMETHING_ELSE,
        /** One of several classes, nobody knows which: that will be seen when each runs alone. */
        ONE_OF_SEVERAL
    }

    /**
     * What is known beside the death itself.
     *
     * @param looking whether the worker was looking for the tests of several classes
     * @param mayGoOn whether any worker is started any more
     * @param cancelled whether Maven has ended the fork
     * @param skipping whether what has not begun need not run
     */
    public record Circumstances(boolean looking, boolean mayGoOn, boolean cancelled, boolean skipping) {}

    /** What becomes of the slice with this key, which was in the hands of who died. */
    public static Settlement decide(Death death, long slice, Circumstances when) {
        boolean mayResume = when.mayGoOn() && !when.cancelled() && !death.isTimeoutOfClass(slice);
        return new Settlement(blame(death, slice, when), mayResume, !when.skipping());
    }

    private static Blame blame(Death death, long slice, Circumstances when) {
        if (death.reason() instanceof DeathReason.Retired) {
            return Blame.SOMETHING_ELSE;
        }
        if (!death.reason().interrupts()) {
            return Blame.NOBODY;
        }
        if (when.looking()) {
            return Blame.ONE_OF_SEVERAL;
        }
        return death.isFor(slice) ? Blame.WHAT_WAS_RUNNING : Blame.SOMETHING_ELSE;
    }
}
