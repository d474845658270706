package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is known of a worker stays known, whichever state it goes to. */
class StandingTest {
    @Property
    void noStepOfAServingWorkerForgetsWhyItMustRetire(@ForAll("talk") List<WorkerInput> talk) {
        WorkerState state = step(WorkerMachine.launch().state(), new WorkerInput.MustRetire("because"));
        for (WorkerInput input : talk) {
            state = step(state, input);
            if (state instanceof WorkerState.Serving serving) {
                assertEquals(
                        new StopReason.Retire("because"), serving.standing().mustRetire());
            }
        }
    }

    @Property
    void noStepForgetsWhoCalledSystemExit(@ForAll("talk") List<WorkerInput> talk) {
        ExitCaller caller = new ExitCaller("main", "");
        WorkerState state = step(WorkerMachine.launch().state(), new WorkerInput.ExitWasCalled(caller));
        for (WorkerInput input : talk) {
            state = step(state, input);
            if (state instanceof WorkerState.Alive alive) {
                assertEquals(caller, alive.exitCaller());
            }
        }
    }

    @Example
    void aForkThatCannotBePutInOrderIsTheLastOfItsWorker() {
        WorkerState ready = ready();
        WorkerState waiting = step(ready, new WorkerInput.ForkInDisorder());
        assertEquals(false, standing(waiting).forkInOrder());
        WorkerState failed = step(waiting, new WorkerInput.ForkInOrder("the disk is full"));
        assertEquals(true, standing(failed).forkInOrder(), "it waits for nothing any more");
        assertNotNull(standing(failed).mustRetire());
        assertNull(standing(step(waiting, new WorkerInput.ForkInOrder(null))).mustRetire());
    }

    @Example
    void aSpareMayTakeItsForkBeforeItHasGreeted() {
        WorkerState launching = step(WorkerMachine.launch().state(), new WorkerInput.ForkInDisorder());
        WorkerState asked = step(step(launching, new WorkerInput.Greeted()), new WorkerInput.Asked());
        assertInstanceOf(WorkerState.Ready.class, asked);
        assertEquals(false, standing(asked).forkInOrder());
    }

    private static WorkerState ready() {
        return step(step(WorkerMachine.launch().state(), new WorkerInput.Greeted()), new WorkerInput.Asked());
    }

    private static Standing standing(WorkerState state) {
        return assertInstanceOf(WorkerState.Serving.class, state).standing();
    }

    private static WorkerState step(WorkerState state, WorkerInput input) {
        return WorkerMachine.step(state, input).state();
    }

    @Provide
    Arbitrary<List<WorkerInput>> talk() {
        return Arbitraries.<WorkerInput>of(
                        new WorkerInput.Greeted(),
                        new WorkerInput.Asked(),
                        new WorkerInput.ClassInHand(),
                        new WorkerInput.ForkInDisorder(),
                        new WorkerInput.ForkInOrder(null),
                        new WorkerInput.Stop(new StopReason.NothingLeft()),
                        new WorkerInput.SaidBye(),
                        new WorkerInput.Retires("it wishes to"),
                        new WorkerInput.Dumped(),
                        new WorkerInput.Kill(KillReason.TIMED_OUT, "it took too long"))
                .list()
                .ofMaxSize(10);
    }
}
