package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.life.WorkerMachine.Step;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The life of one worker, over inputs in any order, sense or no sense. */
class WorkerMachineTest {
    @Property(tries = 20_000)
    void aWorkerIsSettledExactlyOnceAndNeverActsAgain(@ForAll("inputs") List<WorkerInput> inputs) {
        WorkerState state = WorkerMachine.launch().state();
        int settled = 0;
        for (WorkerInput input : inputs) {
            boolean over = state instanceof WorkerState.Ended;
            Step step = WorkerMachine.step(state, input);
            assertFalse(over && !step.effects().isEmpty(), "an effect after the end: " + step.effects());
            settled += step.death() == null ? 0 : 1;
            state = step.state();
        }
        assertEquals(state instanceof WorkerState.Ended ? 1 : 0, settled);
    }

    @Property
    void exitAndEndOfChannelAlwaysEndIt(@ForAll("inputs") List<WorkerInput> before) {
        WorkerState state = WorkerMachine.launch().state();
        for (WorkerInput input : before) {
            state = WorkerMachine.step(state, input).state();
        }
        state = WorkerMachine.step(state, new WorkerInput.Exited(ExitInfo.of(0)))
                .state();
        state = WorkerMachine.step(state, new WorkerInput.ChannelEnded()).state();
        assertInstanceOf(WorkerState.Ended.class, state);
    }

    @Property
    void theReasonOfATerminationNeverWeakens(@ForAll("inputs") List<WorkerInput> inputs) {
        WorkerState state = WorkerMachine.launch().state();
        KillReason worst = null;
        for (WorkerInput input : inputs) {
            state = WorkerMachine.step(state, input).state();
            if (state instanceof WorkerState.Terminating t) {
                assertTrue(worst == null || t.reason().compareTo(worst) >= 0, worst + " became " + t.reason());
                worst = t.reason();
            }
        }
    }

    @Property
    void withoutAGoodbyeNoEndIsCalledFinishedOrRetired(@ForAll("inputs") List<WorkerInput> inputs) {
        WorkerState state = WorkerMachine.launch().state();
        boolean saidBye = false;
        for (WorkerInput input : inputs) {
            saidBye |= input instanceof WorkerInput.SaidBye;
            state = WorkerMachine.step(state, input).state();
        }
        if (state instanceof WorkerState.Ended e && !saidBye) {
            assertFalse(
                    e.reason() instanceof DeathReason.Finished || e.reason() instanceof DeathReason.Retired,
                    "judged as " + e.reason());
        }
    }

    @Example
    void exitStatusZeroIsACrashWhenNobodySaidGoodbye() {
        DeathReason reason =
                end(new WorkerInput.Greeted(), new WorkerInput.ClassInHand(), new WorkerInput.Exited(ExitInfo.of(0)));
        assertEquals(new DeathReason.Crashed(ExitInfo.of(0), null), reason);
    }

    /** A test may keep a worker from asking: it says goodbye as soon as its class is done, and waits for the answer. */
    @Example
    void aGoodbyeWithoutAQuestionIsAnswered() {
        WorkerState state = new WorkerState.Running(Standing.GOOD);
        Step step = WorkerMachine.step(state, new WorkerInput.SaidBye());
        assertTrue(step.effects().contains(new WorkerEffect.Send(new Command.ByeAck())), step.effects()::toString);
        assertInstanceOf(WorkerState.Leaving.class, step.state());
    }

    @Example
    void aDeathBeforeTheGreetingIsAFailedLaunch() {
        assertEquals(new DeathReason.LaunchFailed(ExitInfo.of(1)), end(new WorkerInput.Exited(ExitInfo.of(1))));
    }

    /** Shutdown hooks run when the channel is closed: stopping an application takes longer than draining one. */
    @Example
    void whoHasSaidGoodbyeHasAsLongToExitAsItsHooksTake() {
        WorkerState leaving = new WorkerState.Leaving(new StopReason.Retire("after every class"), null);
        Step closed = WorkerMachine.step(leaving, new WorkerInput.ChannelEnded());
        assertEquals(List.of(), closed.effects());
        Step late = WorkerMachine.step(closed.state(), new WorkerInput.TimerFired(Timer.EXIT));
        assertEquals(new DeathReason.Retired("after every class", null), ended(late.state()));
        assertTrue(late.effects().contains(new WorkerEffect.Destroy(true)), late.effects()::toString);
        Step exited = WorkerMachine.step(closed.state(), new WorkerInput.Exited(ExitInfo.of(0)));
        assertEquals(new DeathReason.Retired("after every class", ExitInfo.of(0)), ended(exited.state()));
    }

    @Example
    void whoeverIsLeavingIsWaitedForNoLongerOnceMavenEndsTheFork() {
        WorkerState leaving = new WorkerState.Leaving(new StopReason.NothingLeft(), null);
        WorkerState closed =
                WorkerMachine.step(leaving, new WorkerInput.ChannelEnded()).state();
        Step killed = WorkerMachine.step(closed, new WorkerInput.Kill(KillReason.CANCELLED, "Maven ended the fork"));
        assertEquals(List.of(new WorkerEffect.Arm(Timer.DRAIN)), killed.effects());
    }

    @Example
    void anExitThatOvertakesTheGoodbyeIsStillARetirement() {
        DeathReason reason = end(
                new WorkerInput.Greeted(),
                new WorkerInput.Asked(),
                new WorkerInput.Stop(new StopReason.Retire("after a failure")),
                new WorkerInput.Exited(ExitInfo.of(0)),
                new WorkerInput.SaidBye());
        assertEquals(new DeathReason.Retired("after a failure", ExitInfo.of(0)), reason);
    }

    @Example
    void whatTookTooLongIsNotForgottenWhenSomethingWorseComesToLight() {
        Overdue overdue = new Overdue(7, true, "C took longer than 1.0 s");
        WorkerState state = new WorkerState.Running(Standing.GOOD);
        state = WorkerMachine.step(state, new WorkerInput.Kill(overdue)).state();
        state = WorkerMachine.step(state, new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, "it stammers"))
                .state();
        WorkerState.Terminating ending = assertInstanceOf(WorkerState.Terminating.class, state);
        assertEquals(overdue, ending.overdue());
        assertEquals("it stammers", ending.detail());
    }

    private static DeathReason end(WorkerInput... inputs) {
        WorkerState state = WorkerMachine.launch().state();
        for (WorkerInput input : inputs) {
            state = WorkerMachine.step(state, input).state();
        }
        return ended(WorkerMachine.step(state, new WorkerInput.ChannelEnded()).state());
    }

    private static DeathReason ended(WorkerState state) {
        return assertInstanceOf(WorkerState.Ended.class, state).reason();
    }

    @Provide
    Arbitrary<List<WorkerInput>> inputs() {
        Arbitrary<WorkerInput> any = Arbitraries.oneOf(
                Arbitraries.of(
                        new WorkerInput.Greeted(),
                        new WorkerInput.ClassInHand(),
                        new WorkerInput.Asked(),
                        new WorkerInput.Stop(new StopReason.NothingLeft()),
                        new WorkerInput.Stop(new StopReason.Retire("after 1 classes")),
                        new WorkerInput.SaidBye(),
                        new WorkerInput.ForkInDisorder(),
                        new WorkerInput.ForkInOrder(null),
                        new WorkerInput.ForkInOrder("the disk is full"),
                        new WorkerInput.MustRetire("for a class that needs a fresh worker"),
                        new WorkerInput.Kill(new Overdue(7, true, "it took too long")),
                        new WorkerInput.ChannelEnded(),
                        new WorkerInput.ExitWasCalled(new ExitCaller("main", ""))),
                Arbitraries.of(0, 1, 134, 137).map(status -> new WorkerInput.Exited(ExitInfo.of(status))),
                Arbitraries.of(Timer.values()).map(WorkerInput.TimerFired::new),
                Combinators.combine(Arbitraries.of(KillReason.values()), Arbitraries.just("why"))
                        .as((reason, why) -> new WorkerInput.Kill(reason, why)));
        return any.list().ofMaxSize(12);
    }
}
