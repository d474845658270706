package io.github.isolation.supervisor.core.life;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.life.WorkerEffect.Arm;
import io.github.isolation.supervisor.core.life.WorkerEffect.Destroy;
import io.github.isolation.supervisor.core.life.WorkerEffect.Disarm;
import io.github.isolation.supervisor.core.life.WorkerEffect.Quit;
import io.github.isolation.supervisor.core.life.WorkerEffect.Send;
import io.github.isolation.supervisor.core.life.WorkerState.Alive;
import io.github.isolation.supervisor.core.life.WorkerState.Draining;
import io.github.isolation.supervisor.core.life.WorkerState.Ended;
import io.github.isolation.supervisor.core.life.WorkerState.Greeted;
import io.github.isolation.supervisor.core.life.WorkerState.Launching;
import io.github.isolation.supervisor.core.life.WorkerState.Leaving;
import io.github.isolation.supervisor.core.life.WorkerState.Phase;
import io.github.isolation.supervisor.core.life.WorkerState.Ready;
import io.github.isolation.supervisor.core.life.WorkerState.Running;
import io.github.isolation.supervisor.core.life.WorkerState.Serving;
import io.github.isolation.supervisor.core.life.WorkerState.Stopping;
import io.github.isolation.supervisor.core.life.WorkerState.Terminating;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transitions of one worker: {@code (state, input) → (state, effects)}. An input that means nothing in a state changes
 * nothing, so a message that crosses a death on its way does no harm.
 */
public final class WorkerMachine {
    /**
     * The outcome of one input.
     *
     * @param death that of the worker, at the one step with which it is over: its account is to be settled
     */
    public record Step(
            WorkerState state,
            List<WorkerEffect> effects,
            @Nullable Death death) {
        Step(WorkerState state, List<WorkerEffect> effects) {
            this(state, effects, null);
        }
    }

    private WorkerMachine() {}

    /** The first step: the worker is being spawned. */
    public static Step launch() {
        return new Step(new Launching(Standing.GOOD), List.of(new Arm(Timer.STARTUP)));
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
            return kill(state, kill);
        }
        if (input instanceof WorkerInput.TimerFired fired) {
            return timer(state, fired.timer());
        }
        return state instanceof Serving serving ? serve(serving, input) : leave(state, input);
    }

    /** The conversation of a worker nobody wants to end. */
    private static Step serve(Serving state, WorkerInput input) {
        Standing standing = state.standing();
        if (state instanceof Launching && input instanceof WorkerInput.Greeted) {
            return new Step(new Greeted(standing), List.of(new Disarm(Timer.STARTUP)));
        }
        if (input instanceof WorkerInput.Asked && (state instanceof Greeted || state instanceof Running)) {
            return stay(new Ready(standing));
        }
        // One that was offered several classes goes on to the next by itself.
        if (input instanceof WorkerInput.ClassInHand && (state instanceof Ready || state instanceof Running)) {
            return stay(new Running(standing));
        }
        if (input instanceof WorkerInput.Stop stop && state instanceof Ready) {
            return new Step(
                    new Stopping(stop.reason(), state.exitCaller()), List.of(new Send(new Command.EndOfTests())));
        }
        if (input instanceof WorkerInput.ForkInDisorder) {
            return stay(state.with(standing.waiting()));
        }
        if (input instanceof WorkerInput.ForkInOrder order) {
            return stay(state.with(standing.inOrder(order.failure())));
        }
        if (input instanceof WorkerInput.MustRetire retire) {
            return stay(state.with(standing.retiring(retire.why())));
        }
        return input instanceof WorkerInput.ExitWasCalled called
                ? stay(state.with(standing.blaming(called.caller())))
                : leave(state, input);
    }

    /** What a worker says that is about to leave, because it is asked to, or wants to, or must. */
    private static Step leave(Alive state, WorkerInput input) {
        if (input instanceof WorkerInput.ExitWasCalled called && state instanceof Stopping stopping) {
            return stay(new Stopping(stopping.reason(), called.caller()));
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
            return kill(state, new WorkerInput.Kill(KillReason.NEVER_GREETED, "it did not greet in time"));
        }
        if (state instanceof Terminating t) {
            return hurry(t, timer);
        }
        // It has said goodbye: whatever keeps it alive, the tests are not waiting for it. What force does not end at
        // once is not
        // waited for without a clock either.
        return timer == Timer.EXIT && state instanceof Leaving
                ? new Step(state, List.of(new Destroy(true), new Arm(Timer.EXIT)))
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

    private static Step kill(Alive state, WorkerInput.Kill kill) {
        if (state instanceof Terminating t) {
            KillReason worse = t.reason().escalate(kill.reason());
            String why = worse == t.reason() ? t.detail() : kill.detail();
            Overdue overdue = t.overdue() == null ? kill.overdue() : t.overdue();
            return stay(new Terminating(worse, why, overdue, t.phase(), t.greeted(), t.exitCaller()));
        }
        boolean greeted = !(state instanceof Launching);
        Terminating ending = new Terminating(
                kill.reason(), kill.detail(), kill.overdue(), Phase.DUMPING, greeted, state.exitCaller());
        // Only a timeout leaves a question that a thread dump answers.
        return kill.reason() == KillReason.TIMED_OUT && greeted
                ? new Step(ending, List.of(new Send(new Command.DumpThreads()), new Arm(Timer.DUMP)))
                : softly(ending);
    }

    private static Step dying(Evidence evidence) {
        return new Step(new Draining(evidence), List.of(new Arm(Timer.DRAIN)));
    }

    private static Step draining(Draining state, WorkerInput input) {
        if (input instanceof WorkerInput.TimerFired fired) {
            // One witness stays silent. A process without a channel is of no use; a channel without a process is held
            // open by a descendant. Either way it is over.
            boolean over = fired.timer() == Timer.DRAIN || fired.timer() == Timer.EXIT;
            return over ? end(state.evidence(), List.of(new Destroy(true))) : stay(state);
        }
        if (input instanceof WorkerInput.Kill && state.evidence().goodbye()) {
            return new Step(state, List.of(new Arm(Timer.DRAIN)));
        }
        Evidence evidence = state.evidence().with(input);
        return evidence.isComplete() ? end(evidence, List.of()) : stay(new Draining(evidence));
    }

    /** Its clocks stop: there may be thousands of workers in one run, and each of them may have left some running. */
    private static Step end(Evidence evidence, List<WorkerEffect> first) {
        Death death = evidence.death();
        List<WorkerEffect> effects = new ArrayList<>(first);
        for (Timer timer : Timer.values()) {
            effects.add(new Disarm(timer));
        }
        if (!(death.reason() instanceof DeathReason.Finished || death.reason() instanceof DeathReason.Retired)) {
            effects.add(new WorkerEffect.EndOrphans());
        }
        return new Step(new Ended(death.reason()), List.copyOf(effects), death);
    }

    private static Step stay(WorkerState state) {
        return new Step(state, List.of());
    }
}
