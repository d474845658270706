package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.supervisor.core.account.Settlement.Blame;
import io.github.isolation.supervisor.core.account.Settlement.Circumstances;
import io.github.isolation.supervisor.core.life.Death;
import io.github.isolation.supervisor.core.life.DeathReason;
import io.github.isolation.supervisor.core.life.ExitInfo;
import io.github.isolation.supervisor.core.life.Overdue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What becomes of a slice whose worker is gone: one line for each row of the table in {@code how-it-works}. */
class SettlementTest {
    private static final long SLICE = 7;
    private static final Circumstances USUAL = new Circumstances(false, true, false, false);
    private static final DeathReason CRASH = new DeathReason.Crashed(ExitInfo.of(134), null);

    @Example
    void aCrashIsLaidToWhatWasRunningAndTheRestGoesOn() {
        assertEquals(new Settlement(Blame.WHAT_WAS_RUNNING, true, true), decide(CRASH, null, USUAL));
    }

    @Example
    void aTestThatTookTooLongIsToBlameAndTheRestGoesOn() {
        Overdue test = new Overdue(SLICE, false, "T.t took longer than 1.0 s");
        assertEquals(
                new Settlement(Blame.WHAT_WAS_RUNNING, true, true),
                decide(new DeathReason.TimedOut(test.detail()), test, USUAL));
    }

    @Example
    void aClassThatTookTooLongIsNotGoneOnWith() {
        Overdue wholeClass = new Overdue(SLICE, true, "T took longer than 1.0 s");
        assertEquals(
                new Settlement(Blame.WHAT_WAS_RUNNING, false, true),
                decide(new DeathReason.TimedOut(wholeClass.detail()), wholeClass, USUAL));
    }

    /** Nor if something worse came to light while it was being ended. */
    @Example
    void aClassThatTookTooLongIsNotGoneOnWithWhateverItSaysAfterwards() {
        Overdue wholeClass = new Overdue(SLICE, true, "T took longer than 1.0 s");
        assertFalse(
                decide(new DeathReason.ProtocolBroken("?"), wholeClass, USUAL).mayResume());
    }

    @Example
    void theClassAfterTheOneThatTookTooLongIsNotToBlame() {
        Overdue before = new Overdue(SLICE - 1, true, "S took longer than 1.0 s");
        assertEquals(
                new Settlement(Blame.SOMETHING_ELSE, true, true),
                decide(new DeathReason.TimedOut(before.detail()), before, USUAL));
    }

    @Example
    void aRetirementIsNobodysFault() {
        assertEquals(
                new Settlement(Blame.SOMETHING_ELSE, true, true),
                decide(new DeathReason.Retired("after a failure", ExitInfo.of(0)), null, USUAL));
    }

    @Example
    void whichOfSeveralClassesItWasWillBeSeen() {
        Circumstances looking = new Circumstances(true, true, false, false);
        assertEquals(Blame.ONE_OF_SEVERAL, decide(CRASH, null, looking).blame());
    }

    @Example
    void whoFinishedInTheMiddleIsNotBlamedAndWhatIsLeftIsOwed() {
        assertEquals(
                new Settlement(Blame.NOBODY, true, true),
                decide(new DeathReason.Finished(ExitInfo.of(0)), null, USUAL));
    }

    @Property
    void nothingGoesOnOnceMavenHasEndedTheForkOrTooManyHaveCrashed(
            @ForAll("reasons") DeathReason reason, @ForAll boolean looking, @ForAll boolean mayGoOn) {
        Circumstances end = new Circumstances(looking, mayGoOn, mayGoOn, false);
        assertFalse(decide(reason, null, end).mayResume());
    }

    @Property
    void whatNeedNotRunIsNotOwed(@ForAll("reasons") DeathReason reason, @ForAll boolean skipping) {
        assertEquals(
                !skipping,
                decide(reason, null, new Circumstances(false, true, false, skipping))
                        .owes());
    }

    @Property
    void onlyADeathThatInterruptsMakesAnErrorOfWhatWasRunning(@ForAll("reasons") DeathReason reason) {
        boolean blamed = decide(reason, null, USUAL).blame() == Blame.WHAT_WAS_RUNNING;
        assertTrue(blamed == reason.interrupts(), reason::toString);
    }

    private static Settlement decide(DeathReason reason, @Nullable Overdue overdue, Circumstances when) {
        return Settlement.decide(new Death(reason, overdue), SLICE, when);
    }

    @Provide
    Arbitrary<DeathReason> reasons() {
        ExitInfo exit = ExitInfo.of(0);
        return Arbitraries.of(
                new DeathReason.Finished(exit),
                new DeathReason.Retired("after a failure", exit),
                CRASH,
                new DeathReason.OutOfMemory(exit),
                new DeathReason.TimedOut("it took too long"),
                new DeathReason.LaunchFailed(exit),
                new DeathReason.ProtocolBroken("?"),
                new DeathReason.Cancelled());
    }
}
