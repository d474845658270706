package io.github.isolation.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.fork.RetireRequest;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.GoesOn;
import io.github.isolation.protocol.Leftover;
import io.github.isolation.worker.SharedPlan.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The class in hand, and those that were offered with it. */
class SharedPlanTest {
    private final FakeConversation supervisor = new FakeConversation();
    private final Resume resume = new Resume();
    private final Guard guard = new Guard(supervisor, resume, "1");
    private final List<String> looks = new ArrayList<>();
    private RuntimeException lookFails;
    private final Leaks leaks = new Leaks("warn", supervisor, guard, new Execution(), this::look, new ManualClock());
    private final Retirement retirement = new Retirement(supervisor, resume, new CurrentTest(), false);
    private final AfterClass afterClass =
            new AfterClass(resume, new PromisedDirectories(supervisor, guard), leaks, retirement);
    private final SharedPlan plan = new SharedPlan(resume, supervisor, afterClass);

    @AfterEach
    void forget() {
        RetireRequest.take();
    }

    @Test
    void whatWasOfferedComesWithTheClassThatIsHandedOutNext() {
        plan.offer(List.of("p.B", "p.C"));
        assertFalse(plan.isOffered(), "of none that was handed out");
        plan.handedOut("p.A");
        assertTrue(plan.isOffered());
        assertEquals(Optional.of("p.A"), resume.className());

        assertEquals(List.of("p.B", "p.C"), plan.begin());
        assertFalse(plan.isOffered(), "they are in the plan");
        assertTrue(plan.isWaiting("p.B"));
        assertFalse(plan.isWaiting("p.A"));
        assertFalse(plan.isWaiting(null));
    }

    @Test
    void anOfferIsForOneClassOnly() {
        plan.offer(List.of("p.B"));
        plan.handedOut("p.A");
        plan.handedOut("p.X");
        assertFalse(plan.isOffered());
    }

    @Test
    void theTurnOfAClassIsToldAndItIsInHandThen() {
        begin("p.A", "p.B", "p.C");
        plan.begun();
        plan.turnTo("p.B");

        assertEquals(List.of(new GoesOn("p.B")), supervisor.told(GoesOn.class));
        assertEquals(Optional.of("p.B"), resume.className());
        assertFalse(plan.isWaiting("p.B"));
        assertTrue(plan.isWaiting("p.C"));
        assertTrue(resume.isUntouched(), "of it nothing was heard yet");
    }

    @Test
    void betweenTwoClassesItIsSeenWhatTheFirstHasLeftBehind() {
        begin("p.A", "p.B");
        looks.clear();
        plan.begun();
        plan.turnTo("p.B");
        assertEquals(List.of("p.A"), looks);
    }

    @Test
    void aLookThatFailsCostsALine() {
        begin("p.A", "p.B");
        plan.begun();
        lookFails = new IllegalStateException("no files left");
        plan.turnTo("p.B");
        assertTrue(supervisor.lines().get(0).contains("no files left"), supervisor.lines()::toString);
        assertEquals(List.of(new GoesOn("p.B")), supervisor.told(GoesOn.class));
    }

    /** Retirement is one of the things that are decided there: no class begins after it. */
    @Test
    void whoRetiresBetweenTwoClassesDoesNotGoOn() {
        begin("p.A", "p.B");
        plan.begun();
        RetireRequest.make("after a class that wants it");
        plan.turnTo("p.B");
        assertEquals("after a class that wants it", supervisor.retiredBecause);
        assertEquals(List.of(), supervisor.told(GoesOn.class));
    }

    /** The one that was handed out waits instead. */
    @Test
    void junitMayBeginWithAnother() {
        begin("p.A", "p.B");
        looks.clear();
        plan.turnTo("p.B");
        assertEquals(List.of(), looks, "none has run");
        assertTrue(plan.isWaiting("p.A"));
        plan.begun();
        plan.turnTo("p.A");
        assertEquals(List.of(new GoesOn("p.B"), new GoesOn("p.A")), supervisor.told(GoesOn.class));
    }

    @Test
    void beforeAClassHasBegunAFailureIsThePlans() {
        begin("p.A", "p.B");
        assertEquals(Failure.OF_THE_PLAN, plan.failure());
        assertEquals(Failure.OF_THE_PLAN, plan.failure(), "as is all that is said of it");
        assertTrue(plan.cameToNothing());
        assertTrue(plan.end(), "so its first class has yet to run");
        assertFalse(plan.cameToNothing());
    }

    @Test
    void aPlanThatHasComeToNothingDoesNotComeBack() {
        begin("p.A", "p.B");
        assertEquals(Failure.OF_THE_PLAN, plan.failure());
        plan.begun();
        assertEquals(Failure.OF_THE_PLAN, plan.failure());
    }

    @Test
    void eachPlanBeginsAnew() {
        begin("p.A", "p.B");
        plan.leavesOut("p.A", false);
        plan.begun();
        plan.end();

        begin("p.C", "p.D");
        assertTrue(plan.hasNotBegun());
        assertFalse(plan.leavesOut("p.C", true), "it is the first of all");
    }

    @Test
    void afterAClassHasBegunAFailureIsATests() {
        begin("p.A", "p.B");
        plan.begun();
        assertEquals(Failure.OF_A_TEST, plan.failure());
        assertFalse(plan.end());
    }

    /** The second class of a plan has not begun, but the plan has. */
    @Test
    void ofTheSecondClassAFailureToFindItsTestsIsItsOwn() {
        begin("p.A", "p.B", "p.C");
        plan.begun();
        plan.turnTo("p.B");
        assertFalse(plan.hasNotBegun());
        assertEquals(Failure.OF_THE_SEARCH, plan.failure());
        assertTrue(plan.cameToNothing());
    }

    @Test
    void aClassAloneWhoseTestsCannotBeFoundIsGivenUpOnce() {
        plan.handedOut("p.A");
        assertEquals(Failure.OF_THE_SEARCH, plan.failure());
        assertEquals(Failure.OF_A_TEST, plan.failure(), "a provider that fails whenever it is called");
    }

    @Test
    void aClassThatWantsAFreshWorkerEndsThePlanBeforeIt() {
        begin("p.A", "p.B", "p.C", "p.D");
        assertFalse(plan.leavesOut("p.A", false));
        assertFalse(plan.leavesOut("p.B", false));
        assertTrue(plan.leavesOut("p.C", true));
        assertTrue(plan.leavesOut("p.D", false), "the order of classes is the user's");
        assertFalse(plan.leavesOut("p.B", false), "what is in a class that was let in");
    }

    @Test
    void theFirstOfAllIsLeftToItsWish() {
        begin("p.A", "p.B");
        assertFalse(plan.leavesOut("p.A", true), "as if it were alone");
        assertTrue(plan.leavesOut("p.B", false));
    }

    /** JUnit has an order of its own: then there is nothing yet to cut off. */
    @Test
    void oneThatWasOfferedAndWantsAFreshWorkerCutsOffNothingIfItComesFirst() {
        begin("p.A", "p.B");
        assertTrue(plan.leavesOut("p.B", true));
        assertFalse(plan.leavesOut("p.A", false));
    }

    @Test
    void ifTheClassInHandIsLeftOutItHasYetToRun() {
        begin("p.A", "p.B", "p.C");
        assertFalse(plan.leavesOut("p.B", false));
        assertTrue(plan.leavesOut("p.A", true), "it wants a fresh worker, and another one comes first");
        assertTrue(plan.end());
    }

    @Test
    void whenTheTestsWereFoundNothingIsLeftOutAnyMore() {
        begin("p.A", "p.B");
        plan.discovered();
        assertFalse(plan.leavesOut("p.B", true));
        assertFalse(plan.leavesOut(null, true));
    }

    @Test
    void aPlanForOneClassLeavesOutNothing() {
        plan.handedOut("p.A");
        assertFalse(plan.leavesOut("p.A", true));
        assertFalse(plan.hasNotBegun());
    }

    /** Of a test that takes too long a dump is asked for, and then the process is ended. */
    @Test
    void aWorkerThatIsBeingEndedBeginsNoOtherClass() throws InterruptedException {
        begin("p.A", "p.B");
        plan.begun();
        plan.ending();
        Thread goingOn = new Thread(() -> plan.turnTo("p.B"));
        goingOn.setDaemon(true);
        goingOn.start();
        while (goingOn.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
            assertTrue(goingOn.isAlive(), "it went on");
        }
        assertEquals(List.of(), supervisor.told(Event.class));
    }

    private void begin(String inHand, String... offered) {
        plan.offer(List.of(offered));
        plan.handedOut(inHand);
        plan.begin();
    }

    private Set<Leftover> look(boolean thorough) {
        if (lookFails != null) {
            throw lookFails;
        }
        resume.className().ifPresent(looks::add);
        return new HashSet<>();
    }
}
