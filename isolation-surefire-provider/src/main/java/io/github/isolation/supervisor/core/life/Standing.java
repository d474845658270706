package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a worker that nobody has asked to leave, whatever it does at the moment.
 *
 * @param forkInOrder whether the directory of its fork is as a class should find it; until then the worker waits
 * @param mustRetire why it is to make room for another when it is asked next, if it is
 * @param exitCaller who has called {@code System.exit} in it, if anybody has
 */
public record Standing(
        boolean forkInOrder,
        StopReason.@Nullable Retire mustRetire,
        @Nullable ExitCaller exitCaller) {
    /** Of a worker that begins in a fork that is as it should be. */
    public static final Standing GOOD = new Standing(true, null, null);

    /** Its fork is being put in order. */
    public Standing waiting() {
        return new Standing(false, mustRetire, exitCaller);
    }

    /** Its fork is in order, or never will be. */
    public Standing inOrder(@Nullable String failure) {
        StopReason.Retire retire =
                failure == null ? mustRetire : new StopReason.Retire("because its fork could not be put in order");
        return new Standing(true, retire, exitCaller);
    }

    public Standing retiring(String why) {
        return new Standing(forkInOrder, new StopReason.Retire(why), exitCaller);
    }

    public Standing blaming(ExitCaller caller) {
        return new Standing(forkInOrder, mustRetire, caller);
    }
}
