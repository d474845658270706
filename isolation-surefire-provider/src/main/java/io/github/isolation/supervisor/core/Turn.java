package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event.TimeLimited;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one worker has done with a slice so far. The next worker has a turn of its own. */
final class Turn {
    private final long since;
    private final InFlight inFlight = new InFlight();
    private final int finalBefore;
    private final int chancesBefore;
    private @Nullable TimeLimited ownLimits;
    private boolean begun;
    private boolean testBegun;
    private boolean failed;

    /** A turn that begins when so many ids are final, and so many second chances were given. */
    Turn(long since, int finalBefore, int chancesBefore) {
        this.since = since;
        this.finalBefore = finalBefore;
        this.chancesBefore = chancesBefore;
    }

    /** The tests that run. */
    InFlight inFlight() {
        return inFlight;
    }

    /** The class has limits of its own. */
    void limit(TimeLimited own) {
        ownLimits = own;
    }

    /** Something of the class was seen to begin. */
    void begun() {
        begun = true;
    }

    /** A test was. */
    void testBegun() {
        testBegun = true;
    }

    void failed() {
        failed = true;
    }

    boolean hasBegun() {
        return begun;
    }

    boolean hasBegunATest() {
        return testBegun;
    }

    /** Whether a test has failed in it. */
    boolean hasFailed() {
        return failed;
    }

    /** Whether the class came nearer to its end. A second chance is given once, so that counts too. */
    boolean hasMoved(int finalNow, int chancesNow) {
        return finalNow > finalBefore || chancesNow > chancesBefore;
    }

    /** What has taken longer than it may, of this slice. */
    Optional<Overdue> overdue(Slice of, Limits configured, boolean running, long nowMillis) {
        Limits limits = configured.with(ownLimits);
        String test = inFlight.overdue(limits.testMillis(), nowMillis);
        if (test != null) {
            String why = limits.testMillis() == configured.testMillis() ? "(isolation.testTimeout)" : "(@TimeLimit)";
            return Optional.of(new Overdue(of.key(), false, tooLong(test, limits.testMillis(), why)));
        }
        if (running && limits.classMillis() > 0 && nowMillis - since >= limits.classMillis()) {
            String why = limits.classMillis() == configured.classMillis() ? "(isolation.classTimeout)" : "(@TimeLimit)";
            return Optional.of(new Overdue(of.key(), true, tooLong(of.className(), limits.classMillis(), why)));
        }
        return Optional.empty();
    }

    private static String tooLong(String what, long limitMillis, String why) {
        return what + " took longer than " + limitMillis / 1000.0 + " s " + why;
    }
}
