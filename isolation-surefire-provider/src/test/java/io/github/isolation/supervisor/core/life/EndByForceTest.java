package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Command;
import io.github.isolation.supervisor.core.life.WorkerEffect.Arm;
import io.github.isolation.supervisor.core.life.WorkerEffect.Destroy;
import io.github.isolation.supervisor.core.life.WorkerEffect.Disarm;
import io.github.isolation.supervisor.core.life.WorkerEffect.Quit;
import io.github.isolation.supervisor.core.life.WorkerEffect.Send;
import io.github.isolation.supervisor.core.life.WorkerMachine.Step;
import io.github.isolation.supervisor.core.life.WorkerState.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From asking a worker what its threads do, to asking its JVM, to asking the process, to force: a step at a time, and no step back. */
class EndByForceTest {
    private static final Overdue OVERDUE = new Overdue(7, false, "T.t took longer than 1.0 s");
    private static final WorkerInput TOO_LONG = new WorkerInput.Kill(OVERDUE);
    private static final List<WorkerEffect> SOFTLY =
            List.of(new Disarm(Timer.DUMP), new Disarm(Timer.QUIT), new Destroy(false), new Arm(Timer.GRACE));

    @Example
    void whoTookTooLongIsAskedForItsThreadsFirst() {
        Step step = WorkerMachine.step(new WorkerState.Running(Standing.GOOD), TOO_LONG);
        assertEquals(List.of(new Send(new Command.DumpThreads()), new Arm(Timer.DUMP)), step.effects());
        assertEquals(Phase.DUMPING, phase(step.state()));
    }

    @Example
    void whoAnswersIsAskedToEndAtOnce() {
        Step step = WorkerMachine.step(in(Phase.DUMPING), new WorkerInput.Dumped());
        assertEquals(SOFTLY, step.effects());
        assertEquals(Phase.SOFT, phase(step.state()));
    }

    @Example
    void whoDoesNotAnswerHasItsJvmAskedAndThenItsProcess() {
        Step quit = WorkerMachine.step(in(Phase.DUMPING), new WorkerInput.TimerFired(Timer.DUMP));
        assertEquals(List.of(new Quit(), new Arm(Timer.QUIT)), quit.effects());
        Step soft = WorkerMachine.step(quit.state(), new WorkerInput.TimerFired(Timer.QUIT));
        assertEquals(SOFTLY, soft.effects());
        Step hard = WorkerMachine.step(soft.state(), new WorkerInput.TimerFired(Timer.GRACE));
        assertEquals(List.of(new Destroy(true)), hard.effects());
        assertEquals(Phase.HARD, phase(hard.state()));
    }

    /** The JVM was asked, and its thread answers after all: there is nothing else to wait for. */
    @Example
    void anAnswerThatComesLateStillCounts() {
        Step step = WorkerMachine.step(in(Phase.QUITTING), new WorkerInput.Dumped());
        assertEquals(SOFTLY, step.effects());
    }

    @Example
    void anAnswerToNothingChangesNothing() {
        for (Phase phase : List.of(Phase.SOFT, Phase.HARD)) {
            assertEquals(new Step(in(phase), List.of()), WorkerMachine.step(in(phase), new WorkerInput.Dumped()));
        }
        WorkerState running = new WorkerState.Running(Standing.GOOD);
        assertEquals(new Step(running, List.of()), WorkerMachine.step(running, new WorkerInput.Dumped()));
    }

    @Example
    void onlyATimeoutHasAQuestionThatAThreadDumpAnswers() {
        WorkerState running = new WorkerState.Running(Standing.GOOD);
        for (KillReason reason : List.of(KillReason.PROTOCOL_BROKEN, KillReason.CANCELLED)) {
            assertEquals(
                    SOFTLY,
                    WorkerMachine.step(running, new WorkerInput.Kill(reason, "why"))
                            .effects());
        }
    }

    /** It has no thread yet that could answer. */
    @Example
    void whoHasNotGreetedIsNotAsked() {
        Step late = WorkerMachine.step(WorkerMachine.launch().state(), new WorkerInput.TimerFired(Timer.STARTUP));
        assertEquals(SOFTLY, late.effects());
        WorkerState.Terminating ending = assertInstanceOf(WorkerState.Terminating.class, late.state());
        assertEquals(KillReason.NEVER_GREETED, ending.reason());
        assertEquals(false, ending.greeted());
        assertEquals(
                SOFTLY,
                WorkerMachine.step(WorkerMachine.launch().state(), TOO_LONG).effects());
    }

    @Example
    void theLimitOfItsStartEndsWithTheGreeting() {
        Step greeted = WorkerMachine.step(WorkerMachine.launch().state(), new WorkerInput.Greeted());
        assertEquals(List.of(new Disarm(Timer.STARTUP)), greeted.effects());
        Step stale = WorkerMachine.step(greeted.state(), new WorkerInput.TimerFired(Timer.STARTUP));
        assertEquals(new Step(greeted.state(), List.of()), stale);
    }

    @Property
    void aTimerOfAnotherPhaseChangesNothing(@ForAll Phase phase, @ForAll Timer timer) {
        boolean own = (phase == Phase.DUMPING && timer == Timer.DUMP)
                || (phase == Phase.QUITTING && timer == Timer.QUIT)
                || (phase == Phase.SOFT && timer == Timer.GRACE);
        Step step = WorkerMachine.step(in(phase), new WorkerInput.TimerFired(timer));
        assertEquals(own, !step.effects().isEmpty());
        assertEquals(own, phase(step.state()) != phase);
    }

    /** Each further reason to end it, and each timer: it is never asked again what it was asked before. */
    @Property
    void noStepOnTheWayOutIsTakenTwice(@ForAll("haste") List<WorkerInput> inputs) {
        WorkerState state = WorkerMachine.step(new WorkerState.Running(Standing.GOOD), TOO_LONG)
                .state();
        Set<WorkerEffect> done = new HashSet<>();
        Phase before = phase(state);
        for (WorkerInput input : inputs) {
            Step step = WorkerMachine.step(state, input);
            for (WorkerEffect effect : step.effects()) {
                assertTrue(effect instanceof Disarm || done.add(effect), () -> "once more: " + effect);
            }
            state = step.state();
            assertTrue(phase(state).compareTo(before) >= 0, before + " became " + phase(state));
            before = phase(state);
        }
    }

    @Property
    void theWorseOfTwoReasonsCountsWhicheverCameFirst(@ForAll KillReason one, @ForAll KillReason other) {
        assertEquals(one.escalate(other), other.escalate(one));
        assertEquals(one.compareTo(other) >= 0 ? one : other, one.escalate(other));
    }

    @Example
    void theWordsAreThoseOfTheReasonThatCounts() {
        WorkerState ending = WorkerMachine.step(in(Phase.DUMPING), new WorkerInput.Kill(KillReason.CANCELLED, "Maven"))
                .state();
        ending = WorkerMachine.step(ending, new WorkerInput.Kill(KillReason.PROTOCOL_BROKEN, "it stammers"))
                .state();
        WorkerState.Terminating seen = assertInstanceOf(WorkerState.Terminating.class, ending);
        assertEquals(KillReason.CANCELLED, seen.reason());
        assertEquals("Maven", seen.detail());
        assertEquals(OVERDUE, seen.overdue());
    }

    private static WorkerState in(Phase phase) {
        return new WorkerState.Terminating(KillReason.TIMED_OUT, OVERDUE.detail(), OVERDUE, phase, true, null);
    }

    private static Phase phase(WorkerState state) {
        return assertInstanceOf(WorkerState.Terminating.class, state).phase();
    }

    @Provide
    Arbitrary<List<WorkerInput>> haste() {
        Arbitrary<WorkerInput> timers = Arbitraries.of(Timer.values()).map(WorkerInput.TimerFired::new);
        Arbitrary<WorkerInput> kills =
                Arbitraries.of(KillReason.values()).map(reason -> new WorkerInput.Kill(reason, "why"));
        Arbitrary<WorkerInput> talk = Arbitraries.of(
                new WorkerInput.Dumped(),
                new WorkerInput.Asked(),
                new WorkerInput.SaidBye(),
                new WorkerInput.Retires("x"));
        return Arbitraries.oneOf(timers, kills, talk).list().ofMaxSize(15);
    }
}
