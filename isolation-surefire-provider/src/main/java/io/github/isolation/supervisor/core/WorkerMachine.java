package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.WorkerEffect.Arm;
import io.github.isolation.supervisor.core.WorkerEffect.Destroy;
import io.github.isolation.supervisor.core.WorkerEffect.Disarm;
import io.github.isolation.supervisor.core.WorkerEffect.Quit;
import io.github.isolation.supervisor.core.WorkerEffect.Send;
import io.github.isolation.supervisor.core.WorkerEffect.Settle;
import io.github.isolation.supervisor.core.WorkerState.Alive;
import io.github.isolation.supervisor.core.WorkerState.Draining;
import io.github.isolation.supervisor.core.WorkerState.Ended;
import io.github.isolation.supervisor.core.WorkerState.Greeted;
import io.github.isolation.supervisor.core.WorkerState.Launching;
import io.github.isolation.supervisor.core.WorkerState.Leaving;
import io.github.isolation.supervisor.core.WorkerState.Phase;
import io.github.isolation.supervisor.core.WorkerState.Ready;
import io.github.isolation.supervisor.core.WorkerState.Running;
import io.github.isolation.supervisor.core.WorkerState.Stopping;
import io.github.isolation.supervisor.core.WorkerState.Terminating;
import java.util.List;

/**
 * The transitions of one worker: {@code (state, input) → (state, effects)}. An input that means nothing in a state changes
 * nothing, so a message that crosses a death on its way does no harm.
 */
public final class WorkerMachine {
    /** The outcome of one input. */
    public record Step(WorkerState state, List<WorkerEffect> effects) {}

    private WorkerMachine() {}

    /** The first step: the worker is being spawned. */
    public static Step launch() {
        return new Step(new Launching(), List.of(new Arm(Timer.STARTUP)));
    }

    /** One step. */
    public static Step step(WorkerState state, WorkerInput input) {
        if (state instanceof Alive alive) {
            return alive(alive, input);
        }
        return state instanceof Draining draining ? draining(draining, input) : stay(state);
    }

    private static Step alive(Alive state, WorkerInput input) {
        if (state instanceof Leaving && input instanceof WorkerInput.ChannelEnded) {
            // It has nothing more to say, and its shutdown hooks are running: EXIT is armed, and long enough for them.
            return new Step(new Draining(Evidence.of(state).with(input)), List.of());
        }
        if (input instanceof WorkerInput.ChannelEnded || input instanceof WorkerInput.Exited) {
            return dying(Evidence.of(state).with(input));
        }
        if (input instanceof WorkerInput.Kill kill) {
            return kill(state, kill.reason(), kill.detail());
        }
        if (input instanceof WorkerInput.ExitWasCalled called) {
            return stay(blame(state, called.caller()));
        }
        if (input instanceof WorkerInput.TimerFired fired) {
            return timer(state, fired.timer());
        }
        return talk(state, input);
    }

    /** The conversation of a worker nobody wants to end. */
    private static Step talk(Alive state, WorkerInput input) {
        if (state instanceof Launching && input instanceof WorkerInput.Greeted) {
            return new Step(new Greeted(null), List.of(new Disarm(Timer.STARTUP)));
        }
        if (input instanceof WorkerInput.Asked && (state instanceof Greeted || state instanceof Running)) {
            return stay(new Ready(state.exitCaller()));
        }
        // One that was offered several classes goes on to the next by itself.
        if ((state instanceof Ready || state instanceof Running) && input instanceof WorkerInput.Hand hand) {
            return stay(new Running(hand.className(), state.exitCaller()));
        }
        if (state instanceof Ready && input instanceof WorkerInput.Stop stop) {
            return new Step(
                    new Stopping(stop.reason(), state.exitCaller()), List.of(new Send(new Command.EndOfTests())));
        }
        if (input instanceof WorkerInput.Dumped
                && state instanceof Terminating t
                && t.phase().compareTo(Phase.SOFT) < 0) {
            return softly(t);
        }
        if (input instanceof WorkerInput.Retires retires
                && !(state instanceof Terminating || state instanceof Leaving)) {
            return new Step(
                    new Leaving(new StopReason.Retire(retires.why()), state.exitCaller()),
                    List.of(new Send(new Command.RetireAck()), new Arm(Timer.EXIT)));
        }
        if (input instanceof WorkerInput.SaidBye
                && (state instanceof Stopping || state instanceof Greeted || state instanceof Running)) {
            StopReason reason = state instanceof Stopping s ? s.reason() : new StopReason.NothingLeft();
            return new Step(
                    new Leaving(reason, state.exitCaller()),
                    List.of(new Send(new Command.ByeAck()), new Arm(Timer.EXIT)));
        }
        return stay(state);
    }

    private static Step timer(Alive state, Timer timer) {
        if (timer == Timer.STARTUP && state instanceof Launching) {
            return kill(state, KillReason.NEVER_GREETED, "it did not greet in time");
        }
        if (state instanceof Terminating t) {
            return hurry(t, timer);
        }
        // It has said goodbye: whatever keeps it alive, the tests are not waiting for it.
        return timer == Timer.EXIT && state instanceof Leaving
                ? new Step(state, List.of(new Destroy(true)))
                : stay(state);
    }

    /** One step further on the way out: from asking the worker, to asking its JVM, to asking the process, to force. */
    private static Step hurry(Terminating state, Timer timer) {
        if (timer == Timer.DUMP && state.phase() == Phase.DUMPING) {
            return new Step(state.in(Phase.QUITTING), List.of(new Quit(), new Arm(Timer.QUIT)));
        }
        if (timer == Timer.QUIT && state.phase() == Phase.QUITTING) {
            return softly(state);
        }
        return timer == Timer.GRACE && state.phase() == Phase.SOFT
                ? new Step(state.in(Phase.HARD), List.of(new Destroy(true)))
                : stay(state);
    }

    private static Step softly(Terminating state) {
        return new Step(
                state.in(Phase.SOFT),
                List.of(new Disarm(Timer.DUMP), new Disarm(Timer.QUIT), new Destroy(false), new Arm(Timer.GRACE)));
    }

    private static Step kill(Alive state, KillReason reason, String detail) {
        if (state instanceof Terminating t) {
            KillReason worse = t.reason().escalate(reason);
            String why = worse == t.reason() ? t.detail() : detail;
            return stay(new Terminating(worse, why, t.phase(), t.greeted(), t.exitCaller()));
        }
        boolean greeted = !(state instanceof Launching);
        Terminating ending = new Terminating(reason, detail, Phase.DUMPING, greeted, state.exitCaller());
        // Only a timeout leaves a question that a thread dump answers.
        return reason == KillReason.TIMED_OUT && greeted
                ? new Step(ending, List.of(new Send(new Command.DumpThreads()), new Arm(Timer.DUMP)))
                : softly(ending);
    }

    private static Alive blame(Alive state, ExitCaller caller) {
        if (state instanceof Greeted) {
            return new Greeted(caller);
        }
        if (state instanceof Ready) {
            return new Ready(caller);
        }
        if (state instanceof Running s) {
            return new Running(s.className(), caller);
        }
        return state instanceof Stopping s ? new Stopping(s.reason(), caller) : state;
    }

    private static Step dying(Evidence evidence) {
        return new Step(new Draining(evidence), List.of(new Arm(Timer.DRAIN)));
    }

    private static Step draining(Draining state, WorkerInput input) {
        if (input instanceof WorkerInput.TimerFired fired) {
            // One witness stays silent. A process without a channel is of no use; a channel without a process is held
            // open by a descendant. Either way it is over.
            boolean over = fired.timer() == Timer.DRAIN || fired.timer() == Timer.EXIT;
            return over ? end(state.evidence(), new Destroy(true)) : stay(state);
        }
        if (input instanceof WorkerInput.Kill && state.evidence().goodbye()) {
            return new Step(state, List.of(new Arm(Timer.DRAIN)));
        }
        Evidence evidence = state.evidence().with(input);
        return evidence.isComplete() ? end(evidence, new Disarm(Timer.DRAIN)) : stay(new Draining(evidence));
    }

    private static Step end(Evidence evidence, WorkerEffect first) {
        DeathReason reason = evidence.judge();
        boolean unexpected = !(reason instanceof DeathReason.Finished || reason instanceof DeathReason.Retired);
        return new Step(
                new Ended(reason),
                unexpected
                        ? List.of(first, new WorkerEffect.EndOrphans(), new Settle(reason))
                        : List.of(first, new Settle(reason)));
    }

    private static Step stay(WorkerState state) {
        return new Step(state, List.of());
    }
}
