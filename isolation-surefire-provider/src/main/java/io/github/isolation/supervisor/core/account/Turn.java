package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event.Ahead;
import io.github.isolation.protocol.Event.TimeLimited;
import io.github.isolation.supervisor.core.life.Overdue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one worker has done with a slice so far. The next worker has a turn of its own. */
public final class Turn {
    private final long since;
    private final InFlight inFlight = new InFlight();
    private final int finalBefore;
    private final int chancesBefore;
    private @Nullable TimeLimited ownLimits;
    private @Nullable Division division;
    private boolean begun;
    private boolean testBegun;
    private boolean failed;
    private boolean overBeforeTests;
    private boolean endedBeforeTests;
    private boolean hasResult;

    /** A turn that begins when so many ids are final, and so many second chances were given. */
    public Turn(long since, int finalBefore, int chancesBefore) {
        this.since = since;
        this.finalBefore = finalBefore;
        this.chancesBefore = chancesBefore;
    }

    /** The tests that run. */
    public InFlight inFlight() {
        return inFlight;
    }

    /** The class has limits of its own. */
    public void limit(TimeLimited own) {
        ownLimits = own;
    }

    /** Others may run some of it. */
    public void divide(Division members) {
        division = members;
    }

    /** What others may run of it; null if they may not. */
    @Nullable
    public Division division() {
        return division;
    }

    /** This test or container has begun. */
    public void heardOf(String id, long nowMillis) {
        if (division != null) {
            division.begins(id, nowMillis);
        }
    }

    /** It is over, or was skipped: then nothing else is heard of it. */
    public void heardTheEndOf(String id, long nowMillis) {
        if (division != null) {
            division.ends(id, nowMillis);
        }
    }

    /** What comes next of a test that runs. */
    public void ahead(Ahead next) {
        if (division != null) {
            division.ahead(next);
        }
    }

    /** Something of the class was seen to begin. */
    public void begun() {
        begun = true;
    }

    /** A test was: lines of it may have run. */
    public void testBegun() {
        testBegun = true;
    }

    public void failed() {
        failed = true;
    }

    /** There is a result of the class as a whole. */
    public void classIsOver() {
        overBeforeTests |= !testBegun;
    }

    /** Its engine is through with the class, and has not run, or not finished, what is in it. */
    public void classEnded() {
        endedBeforeTests |= !testBegun;
    }

    /** Something of the class has a result. */
    public void told() {
        hasResult = true;
    }

    /** Whether the class was over before any test of it began, and nobody was told of that: so Surefire before 3.6 takes an assumption. */
    public boolean isSilentlyOver() {
        return endedBeforeTests && !hasResult;
    }

    /** Whether the class had a result as a whole before any test of it began: it could not be set up, or was left out. */
    public boolean isOverBeforeTests() {
        return overBeforeTests;
    }

    public boolean hasBegun() {
        return begun;
    }

    public boolean hasBegunATest() {
        return testBegun;
    }

    /** Whether a test has failed in it. */
    public boolean hasFailed() {
        return failed;
    }

    /** Whether the class came nearer to its end. A second chance is given once, so that counts too. */
    public boolean hasMoved(int finalNow, int chancesNow) {
        return finalNow > finalBefore || chancesNow > chancesBefore;
    }

    /** What has taken longer than it may, of this slice. */
    public Optional<Overdue> overdue(long slice, String className, Limits configured, boolean running, long nowMillis) {
        Limits limits = configured.with(ownLimits);
        String test = inFlight.overdue(limits.testMillis(), nowMillis);
        if (test != null) {
            String why = limits.testMillis() == configured.testMillis() ? "(isolation.testTimeout)" : "(@TimeLimit)";
            return Optional.of(new Overdue(slice, false, tooLong(test, limits.testMillis(), why)));
        }
        if (running && limits.classMillis() > 0 && nowMillis - since >= limits.classMillis()) {
            String why = limits.classMillis() == configured.classMillis() ? "(isolation.classTimeout)" : "(@TimeLimit)";
            return Optional.of(new Overdue(slice, true, tooLong(className, limits.classMillis(), why)));
        }
        return Optional.empty();
    }

    private static String tooLong(String what, long limitMillis, String why) {
        return what + " took longer than " + limitMillis / 1000.0 + " s " + why;
    }
}
