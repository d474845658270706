package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.life.WorkerMachine.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Which clocks run for a worker: never none while somebody is waited for, and none for one that is over. */
class TimersOfAWorkerTest {
    private static final WorkerInput EXITED = new WorkerInput.Exited(ExitInfo.of(0));

    /** There may be thousands of workers in one run, and each clock that is forgotten is kept. */
    @Property(tries = 10_000)
    void ofOneThatIsOverNoneIsLeft(@ForAll("inputs") List<WorkerInput> inputs) {
        Watched worker = new Watched();
        inputs.forEach(worker::on);
        worker.on(EXITED);
        worker.on(new WorkerInput.ChannelEnded());
        assertInstanceOf(WorkerState.Ended.class, worker.state);
        assertEquals(Set.of(), worker.running);
    }

    /** Whatever a worker does, and whatever it leaves undone, its end is waited for by a clock. */
    @Property(tries = 10_000)
    void whoIsToEndIsNeverWaitedForWithoutOne(@ForAll("inputs") List<WorkerInput> inputs) {
        Watched worker = new Watched();
        for (WorkerInput input : inputs) {
            worker.on(input);
            boolean waits = worker.state instanceof WorkerState.Launching
                    || worker.state instanceof WorkerState.Draining
                    || (worker.state instanceof WorkerState.Terminating t && t.phase() != WorkerState.Phase.HARD);
            assertTrue(!waits || !worker.running.isEmpty(), () -> "nothing wakes it up in " + worker.state);
        }
    }

    /** Of the two witnesses of a death one may stay silent. */
    @Property
    void clocksAloneBringEachOneThatIsToEndToItsEnd(@ForAll("inputs") List<WorkerInput> inputs) {
        Watched worker = new Watched();
        inputs.forEach(worker::on);
        worker.on(new WorkerInput.Kill(KillReason.CANCELLED, "Maven ended the fork"));
        for (int i = 0; i < 10 && !worker.running.isEmpty(); i++) {
            worker.on(new WorkerInput.TimerFired(worker.running.iterator().next()));
        }
        boolean destroyed = worker.destroyed || worker.state instanceof WorkerState.Ended;
        assertTrue(destroyed, () -> "left in " + worker.state);
    }

    @Example
    void theGoodbyeIsFollowedByAnExitOrByForce() {
        WorkerState leaving = new WorkerState.Leaving(new StopReason.NothingLeft(), null);
        assertEquals(
                List.of(new WorkerEffect.Destroy(true), new WorkerEffect.Arm(Timer.EXIT)),
                WorkerMachine.step(leaving, new WorkerInput.TimerFired(Timer.EXIT))
                        .effects());
        assertEquals(
                List.of(),
                WorkerMachine.step(leaving, new WorkerInput.TimerFired(Timer.DRAIN))
                        .effects());
    }

    @Example
    void aSilentWitnessIsNotWaitedForForEver() {
        WorkerState draining = WorkerMachine.step(new WorkerState.Running(Standing.GOOD), EXITED)
                .state();
        Step ignored = WorkerMachine.step(draining, new WorkerInput.TimerFired(Timer.GRACE));
        assertEquals(draining, ignored.state(), "a clock of something else");
        Step over = WorkerMachine.step(draining, new WorkerInput.TimerFired(Timer.DRAIN));
        assertEquals(
                new DeathReason.Crashed(ExitInfo.of(0), null),
                assertInstanceOf(WorkerState.Ended.class, over.state()).reason());
        assertTrue(over.effects().contains(new WorkerEffect.Destroy(true)), over.effects()::toString);
        assertTrue(over.effects().contains(new WorkerEffect.EndOrphans()), over.effects()::toString);
    }

    @Example
    void whatAnOrderlyWorkerHasStartedIsLeftAlone() {
        WorkerState leaving = new WorkerState.Leaving(new StopReason.NothingLeft(), null);
        WorkerState draining = WorkerMachine.step(leaving, EXITED).state();
        Step over = WorkerMachine.step(draining, new WorkerInput.ChannelEnded());
        assertEquals(
                new DeathReason.Finished(ExitInfo.of(0)),
                assertInstanceOf(WorkerState.Ended.class, over.state()).reason());
        assertTrue(!over.effects().contains(new WorkerEffect.EndOrphans()), over.effects()::toString);
    }

    /** One worker, and the clocks that run for it. */
    private static final class Watched {
        private WorkerState state;
        private final Set<Timer> running = EnumSet.noneOf(Timer.class);
        private boolean destroyed;

        Watched() {
            Step first = WorkerMachine.launch();
            state = first.state();
            note(first);
        }

        void on(WorkerInput input) {
            if (input instanceof WorkerInput.TimerFired fired && !running.remove(fired.timer())) {
                return; // it does not run
            }
            Step step = WorkerMachine.step(state, input);
            state = step.state();
            note(step);
        }

        private void note(Step step) {
            for (WorkerEffect effect : step.effects()) {
                if (effect instanceof WorkerEffect.Arm arm) {
                    running.add(arm.timer());
                } else if (effect instanceof WorkerEffect.Disarm disarm) {
                    running.remove(disarm.timer());
                }
                destroyed |= effect.equals(new WorkerEffect.Destroy(true));
            }
        }
    }

    @Provide
    Arbitrary<List<WorkerInput>> inputs() {
        Arbitrary<WorkerInput> talk = Arbitraries.of(
                new WorkerInput.Greeted(),
                new WorkerInput.Asked(),
                new WorkerInput.ClassInHand(),
                new WorkerInput.Stop(new StopReason.NothingLeft()),
                new WorkerInput.SaidBye(),
                new WorkerInput.Retires("it wishes to"),
                new WorkerInput.Dumped(),
                new WorkerInput.Kill(new Overdue(7, true, "it took too long")),
                new WorkerInput.ChannelEnded(),
                EXITED);
        Arbitrary<WorkerInput> timers = Arbitraries.of(Timer.values()).map(WorkerInput.TimerFired::new);
        return Arbitraries.frequencyOf(Tuple.of(4, talk), Tuple.of(1, timers))
                .list()
                .ofMaxSize(12);
    }
}
