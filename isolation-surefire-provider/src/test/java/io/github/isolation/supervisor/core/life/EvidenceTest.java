package io.github.isolation.supervisor.core.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the end of a worker is taken for: first what we ordered, then what it said, and its exit status last of all. */
class EvidenceTest {
    private static final ExitInfo MARKED = new ExitInfo(3, true, null, false, false);
    private static final ExitCaller CALLER = new ExitCaller("main", "\tat a.T.t(T.java:7)");

    @Property
    void whatWeOrderedOurselvesIsTheReasonWhateverElseIsKnown(
            @ForAll KillReason kill, @ForAll("exits") ExitInfo exit, @ForAll boolean marked) {
        Evidence evidence = Evidence.of(terminating(kill)).with(new WorkerInput.ExitWasCalled(CALLER));
        ExitInfo left = marked ? MARKED : exit;
        DeathReason reason = ended(evidence, left).judge();
        switch (kill) {
            case SERVICE_ENDED -> assertEquals(new DeathReason.ServiceEnded("why"), reason);
            case SERVICE_FAILED -> assertEquals(new DeathReason.ServiceFailed("why"), reason);
            case TIMED_OUT -> assertEquals(new DeathReason.TimedOut("why"), reason);
            case NEVER_GREETED -> assertEquals(new DeathReason.LaunchFailed(left), reason);
            case PROTOCOL_BROKEN -> assertEquals(new DeathReason.ProtocolBroken("why"), reason);
            case CANCELLED -> assertEquals(new DeathReason.Cancelled(), reason);
        }
    }

    @Property
    void anExitStatusAloneNeverMakesAnEndOrderly(@ForAll("exits") ExitInfo exit) {
        DeathReason reason = ended(Evidence.of(running()), exit).judge();
        assertEquals(new DeathReason.Crashed(exit, null), reason);
    }

    @Property
    void aGoodbyeIsBelievedWhateverTheExitStatusSays(@ForAll("exits") ExitInfo exit) {
        Evidence evidence = Evidence.of(running()).with(new WorkerInput.SaidBye());
        assertEquals(new DeathReason.Finished(exit), ended(evidence, exit).judge());
    }

    @Property
    void whoWasAskedToMakeRoomAndSaidGoodbyeHasRetired(@ForAll("exits") ExitInfo exit) {
        WorkerState stopping = new WorkerState.Stopping(new StopReason.Retire("after a failure"), null);
        Evidence evidence = Evidence.of((WorkerState.Alive) stopping).with(new WorkerInput.SaidBye());
        assertEquals(
                new DeathReason.Retired("after a failure", exit),
                ended(evidence, exit).judge());
    }

    @Property
    void whoWasAskedToMakeRoomAndSaidNothingHasCrashed(@ForAll("exits") ExitInfo exit) {
        WorkerState.Alive stopping = new WorkerState.Stopping(new StopReason.Retire("after a failure"), null);
        assertInstanceOf(
                DeathReason.Crashed.class, ended(Evidence.of(stopping), exit).judge());
    }

    @Example
    void aMarkerProvesARetirementOfOneThatHadGreeted() {
        assertEquals(
                new DeathReason.Retired("by its marker", MARKED),
                ended(Evidence.of(running()), MARKED).judge());
    }

    @Example
    void aMarkerProvesNothingOfOneThatNeverSpoke() {
        assertEquals(
                new DeathReason.LaunchFailed(MARKED),
                ended(Evidence.of(new WorkerState.Launching(Standing.GOOD)), MARKED)
                        .judge());
    }

    /** Somebody who kills JVMs may catch one that has only begun to start. */
    @Example
    void whoIsKilledWhileItStartsIsAVictimAndNoFailedLaunch() {
        ExitInfo killed = ExitInfo.of(ExitStatus.SIGKILL);
        WorkerState.Alive launching = new WorkerState.Launching(Standing.GOOD);
        DeathReason reason = ended(Evidence.of(launching), killed).judge();
        assertEquals(new DeathReason.Crashed(killed, null), reason);
        assertTrue(reason.cameFromOutside());
        assertEquals(
                new DeathReason.LaunchFailed(ExitInfo.of(1)),
                ended(Evidence.of(launching), ExitInfo.of(1)).judge());
    }

    @Example
    void whoCalledSystemExitIsNamed() {
        Evidence evidence = Evidence.of(running()).with(new WorkerInput.ExitWasCalled(CALLER));
        assertEquals(
                new DeathReason.Crashed(ExitInfo.of(0), CALLER),
                ended(evidence, ExitInfo.of(0)).judge());
    }

    @Property
    void theOrderInWhichWitnessesSpeakChangesNothing(@ForAll("exits") ExitInfo exit, @ForAll long seed) {
        List<WorkerInput> inputs = new ArrayList<>(List.of(
                new WorkerInput.ChannelEnded(),
                new WorkerInput.Exited(exit),
                new WorkerInput.ExitWasCalled(CALLER),
                new WorkerInput.SaidBye()));
        Evidence inOrder = after(Evidence.of(running()), inputs);
        Collections.shuffle(inputs, new Random(seed));
        Evidence shuffled = after(Evidence.of(running()), inputs);
        assertEquals(inOrder, shuffled);
        assertTrue(shuffled.isComplete());
    }

    @Example
    void itTakesBothWitnesses() {
        Evidence none = Evidence.of(running());
        assertFalse(none.isComplete());
        assertFalse(none.with(new WorkerInput.ChannelEnded()).isComplete());
        assertFalse(none.with(new WorkerInput.Exited(ExitInfo.of(0))).isComplete());
        assertTrue(ended(none, ExitInfo.of(0)).isComplete());
    }

    @Example
    void whatTookTooLongIsNotForgottenWhenSomethingWorseComesToLight() {
        Overdue overdue = new Overdue(7, true, "C took longer than 1.0 s");
        WorkerState.Alive worse = new WorkerState.Terminating(
                KillReason.PROTOCOL_BROKEN, "why", overdue, WorkerState.Phase.SOFT, true, null);
        Death death = ended(Evidence.of(worse), ExitInfo.of(143)).death();
        assertEquals(new Death(new DeathReason.ProtocolBroken("why"), overdue), death);
        assertTrue(death.isTimeoutOfClass(7));
        assertFalse(death.isTimeoutOfClass(8));
        assertFalse(death.isFor(8));
    }

    private static Evidence after(Evidence before, List<WorkerInput> inputs) {
        Evidence evidence = before;
        for (WorkerInput input : inputs) {
            evidence = evidence.with(input);
        }
        return evidence;
    }

    private static Evidence ended(Evidence evidence, ExitInfo exit) {
        return evidence.with(new WorkerInput.ChannelEnded()).with(new WorkerInput.Exited(exit));
    }

    private static WorkerState.Alive running() {
        return new WorkerState.Running(Standing.GOOD);
    }

    private static WorkerState.Alive terminating(KillReason reason) {
        return new WorkerState.Terminating(reason, "why", null, WorkerState.Phase.DUMPING, true, null);
    }

    /** Without a marker; by whichever way a JVM can end. */
    @Provide
    Arbitrary<ExitInfo> exits() {
        Arbitrary<Integer> statuses = Arbitraries.of(0, 1, 3, 71, 134, 137, 139, 143);
        return Combinators.combine(
                        statuses,
                        Arbitraries.of("the JVM reports SIGSEGV").injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((status, error, memory, archive) -> new ExitInfo(status, false, error, memory, archive));
    }
}
