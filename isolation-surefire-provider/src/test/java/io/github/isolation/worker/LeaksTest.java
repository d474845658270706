package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.LeftBehind;
import io.github.isolation.protocol.Leftover;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a class leaves behind: named once, with its class, and not if it goes within a moment (L28). */
class LeaksTest {
    private static final Leftover THREAD = new Leftover("thread \"pool-1\" (#7)", "pool-#");
    private static final Leftover PROCESS = new Leftover("process 4711", "");

    private final FakeConversation supervisor = new FakeConversation();
    private final ManualClock clock = new ManualClock();
    private final Guard guard = new Guard(supervisor, new Resume(), "1");
    private final Set<Leftover> there = new HashSet<>();
    private final List<Boolean> thorough = new ArrayList<>();
    private RuntimeException fault;
    private int goneAfterPauses = Integer.MAX_VALUE;

    @Test
    void whatAClassLeavesBehindIsNamedAfterAMoment() {
        Leaks leaks = leaks("warn");
        there.add(PROCESS);
        leaks.look("p.A");
        assertEquals(List.of(new LeftBehind("p.A", 500, List.of(PROCESS), false)), found());
        assertEquals(500, clock.nanos / 1_000_000, "in milliseconds");
    }

    @Test
    void itIsNamedOnce() {
        Leaks leaks = leaks("warn");
        there.add(THREAD);
        leaks.look("p.A");
        leaks.look("p.B");
        assertEquals(1, found().size());
    }

    @Test
    void whatIsOnItsWayOutIsNoLeak() {
        Leaks leaks = leaks("warn");
        there.add(THREAD);
        goneAfterPauses = 3;
        leaks.look("p.A");
        assertEquals(List.of(), found());
        assertEquals(3, clock.pauses, "nobody waits any longer than that");
    }

    @Test
    void whereNothingIsLeftNobodyWaits() {
        leaks("warn").look("p.A");
        assertEquals(0, clock.pauses);
        assertEquals(List.of(), found());
    }

    @Test
    void whatWasThereBeforeAnyTestIsNobodysLeak() {
        there.add(THREAD);
        leaks("warn").look("p.A");
        assertEquals(List.of(), found());
    }

    @Test
    void aBuildMayFailForIt() {
        Leaks leaks = leaks("fail");
        there.add(PROCESS);
        leaks.look("p.A");
        assertTrue(found().get(0).fails());
    }

    @Test
    void nobodyLooksWhoIsNotToLook() {
        Leaks leaks = leaks("ignore");
        thorough.clear();
        there.add(PROCESS);
        leaks.note("p.A");
        leaks.look("p.A");
        assertEquals(List.of(), found());
        assertEquals(List.of(), thorough);
    }

    @Test
    void itIsAWarningUnlessSomebodyAsksForMore() {
        Leaks leaks = leaks(null);
        there.add(PROCESS);
        leaks.look("p.A");
        assertFalse(found().get(0).fails());
    }

    /** An extension may keep it for the plan: so it is named when that has ended, with the class that was first to have it. */
    @Test
    void inAPlanOfSeveralItIsTheFirstClassThatHadIt() {
        Leaks leaks = leaks("warn");
        there.add(PROCESS);
        leaks.note("p.A");
        assertEquals(List.of(), found());
        there.add(THREAD);
        leaks.note("p.B");
        leaks.look("p.C");
        assertEquals(
                List.of(
                        new LeftBehind("p.A", 500, List.of(PROCESS), false),
                        new LeftBehind("p.B", 500, List.of(THREAD), false)),
                found());
    }

    @Test
    void whatIsGoneWhenThePlanHasEndedWasNone() {
        Leaks leaks = leaks("warn");
        there.add(PROCESS);
        leaks.note("p.A");
        there.clear();
        leaks.look("p.B");
        assertEquals(List.of(), found());
    }

    @Test
    void whatComesAgainInAnotherPlanIsThatPlans() {
        Leaks leaks = leaks("warn");
        there.add(PROCESS);
        leaks.note("p.A");
        there.clear();
        leaks.look("p.B");
        there.add(PROCESS);
        leaks.look("p.C");
        assertEquals(List.of(new LeftBehind("p.C", 500, List.of(PROCESS), false)), found());
    }

    /** Frameworks keep an application for all classes; whoever has such a framework hears of no thread. */
    @Test
    void whereNoFrameworkKeepsThreadsTheyAreLeaks() {
        Leaks leaks = leaks("warn");
        there.add(THREAD);
        leaks.look("p.A");
        assertEquals(List.of(THREAD), found().get(0).leftovers());
    }

    @Test
    void aThoroughLookIsNotTakenMoreOftenThanItsTimeAllows() {
        Leaks leaks = leaks("warn");
        leaks.note("p.A");
        clock.nanos += 99_000_000;
        leaks.note("p.B");
        clock.nanos += 2_000_000;
        leaks.note("p.C");
        leaks.note("p.D");
        assertEquals(List.of(true, false, false, true, false), thorough);
    }

    @Test
    void aLookThatFailsHasFoundNothingAndIsSaid() {
        Leaks leaks = leaks("warn");
        there.add(PROCESS);
        fault = new IllegalStateException("no files left");
        leaks.note("p.A");
        leaks.look("p.A");
        assertEquals(List.of(), found());
        assertEquals(1, supervisor.lines().size());
        assertTrue(supervisor.lines().get(0).contains("could not look for what classes leave behind"));
    }

    /** Otherwise all that was there before would be the leak of the first class. */
    @Test
    void ifTheFirstLookFailsThereIsNoOther() {
        there.add(PROCESS);
        fault = new IllegalStateException("no files left");
        Leaks leaks = leaks("fail");
        fault = null;
        leaks.look("p.A");
        assertEquals(List.of(), found());
    }

    /** A test that is over may have left its thread interrupted, and who is interrupted does not wait. */
    @Test
    void anInterruptOfATestIsOver() {
        Leaks leaks = leaks("warn");
        Thread.currentThread().interrupt();
        leaks.look("p.A");
        assertFalse(Thread.interrupted());
    }

    private Leaks leaks(String mode) {
        return new Leaks(mode, supervisor, guard, new Execution(), this::look, clock);
    }

    private Set<Leftover> look(boolean isThorough) {
        if (fault != null) {
            throw fault;
        }
        thorough.add(isThorough);
        return clock.pauses >= goneAfterPauses ? new HashSet<>() : new HashSet<>(there);
    }

    private List<LeftBehind> found() {
        return supervisor.told(LeftBehind.class);
    }
}
