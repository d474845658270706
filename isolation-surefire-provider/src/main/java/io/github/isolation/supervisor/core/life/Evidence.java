package io.github.isolation.supervisor.core.life;

import org.jspecify.annotations.Nullable;

/**
 * What is known about a worker that has begun to die.
 *
 * @param greeted whether it ever proved to be ours
 * @param kill why we ended it, if we did
 * @param detail what goes with {@code kill}, for the user
 * @param overdue what took too long, if anything did
 * @param asked what it had been asked to do, if it had been asked to finish
 * @param goodbye whether it said goodbye, after every other event
 * @param exitCaller who called {@code System.exit}
 * @param channelEnded whether its channel has ended
 * @param exit what its process left, once it has exited
 */
public record Evidence(
        boolean greeted,
        @Nullable KillReason kill,
        @Nullable String detail,
        @Nullable Overdue overdue,
        @Nullable StopReason asked,
        boolean goodbye,
        @Nullable ExitCaller exitCaller,
        boolean channelEnded,
        @Nullable ExitInfo exit) {

    public static Evidence of(WorkerState.Alive state) {
        ExitCaller caller = state.exitCaller();
        if (state instanceof WorkerState.Terminating t) {
            return new Evidence(t.greeted(), t.reason(), t.detail(), t.overdue(), null, false, caller, false, null);
        }
        if (state instanceof WorkerState.Leaving l) {
            return new Evidence(true, null, null, null, l.reason(), true, caller, false, null);
        }
        StopReason asked = state instanceof WorkerState.Stopping s ? s.reason() : null;
        boolean greeted = !(state instanceof WorkerState.Launching);
        return new Evidence(greeted, null, null, null, asked, false, caller, false, null);
    }

    /** This, and what one more input says; inputs overtake each other when a process dies. */
    public Evidence with(WorkerInput input) {
        if (input instanceof WorkerInput.ChannelEnded) {
            return new Evidence(greeted, kill, detail, overdue, asked, goodbye, exitCaller, true, exit);
        }
        if (input instanceof WorkerInput.Exited exited) {
            return new Evidence(
                    greeted, kill, detail, overdue, asked, goodbye, exitCaller, channelEnded, exited.exit());
        }
        if (input instanceof WorkerInput.SaidBye) {
            StopReason reason = asked == null ? new StopReason.NothingLeft() : asked;
            return new Evidence(greeted, kill, detail, overdue, reason, true, exitCaller, channelEnded, exit);
        }
        if (input instanceof WorkerInput.Retires retires) {
            StopReason reason = new StopReason.Retire(retires.why());
            return new Evidence(greeted, kill, detail, overdue, reason, true, exitCaller, channelEnded, exit);
        }
        if (input instanceof WorkerInput.ExitWasCalled called) {
            return new Evidence(greeted, kill, detail, overdue, asked, goodbye, called.caller(), channelEnded, exit);
        }
        return input instanceof WorkerInput.Greeted
                ? new Evidence(true, kill, detail, overdue, asked, goodbye, exitCaller, channelEnded, exit)
                : this;
    }

    /** What there is to settle. */
    public Death death() {
        return new Death(judge(), overdue);
    }

    public boolean isComplete() {
        return channelEnded && exit != null;
    }

    /** The verdict. First what we ordered, then what the channel said; an exit status alone classifies nothing. */
    public DeathReason judge() {
        if (kill != null) {
            return switch (kill) {
                case TIMED_OUT -> new DeathReason.TimedOut(detail == null ? "" : detail);
                case SERVICE_ENDED -> new DeathReason.ServiceEnded(detail == null ? "" : detail);
                case SERVICE_FAILED -> new DeathReason.ServiceFailed(detail == null ? "" : detail);
                case NEVER_GREETED -> new DeathReason.LaunchFailed(exit);
                case PROTOCOL_BROKEN -> new DeathReason.ProtocolBroken(detail == null ? "" : detail);
                case CANCELLED -> new DeathReason.Cancelled();
            };
        }
        if (goodbye) {
            return asked instanceof StopReason.Retire retire
                    ? new DeathReason.Retired(retire.why(), exit)
                    : new DeathReason.Finished(exit);
        }
        if (greeted && exit != null && exit.retirementProved()) {
            return new DeathReason.Retired("by its marker", exit);
        }
        // Somebody who kills JVMs may catch one that has only begun to start; that says nothing about how it is
        // started.
        boolean victim = exit != null && exit.killedFromOutside();
        return greeted || victim ? new DeathReason.Crashed(exit, exitCaller) : new DeathReason.LaunchFailed(exit);
    }
}
