package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.TimeLimited;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.supervisor.core.life.Overdue;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What one worker has done with a class, and whether it took too long for it. */
class TurnTest {
    private static final Limits CONFIGURED = new Limits(1_000, 5_000, 0);

    @Example
    void aTestThatTakesTooLongIsNamedWithItsLimitAndWhereThatIsFrom() {
        Turn turn = new Turn(0, 0, 0);
        turn.inFlight().started(test(), 200);
        assertEquals(Optional.empty(), turn.overdue(7, "T", CONFIGURED, true, 1_199));
        assertEquals(
                Optional.of(new Overdue(7, false, "T.t took longer than 1.0 s (isolation.testTimeout)")),
                turn.overdue(7, "T", CONFIGURED, true, 1_200));
        turn.limit(new TimeLimited(500, -1));
        assertEquals(
                Optional.of(new Overdue(7, false, "T.t took longer than 0.5 s (@TimeLimit)")),
                turn.overdue(7, "T", CONFIGURED, true, 700));
    }

    @Example
    void aClassThatTakesTooLongIsNamedWithItsLimitAndWhereThatIsFrom() {
        Turn turn = new Turn(100, 0, 0);
        assertEquals(Optional.empty(), turn.overdue(7, "T", CONFIGURED, true, 5_099));
        assertEquals(
                Optional.of(new Overdue(7, true, "T took longer than 5.0 s (isolation.classTimeout)")),
                turn.overdue(7, "T", CONFIGURED, true, 5_100));
        turn.limit(new TimeLimited(-1, 2_000));
        assertEquals(
                Optional.of(new Overdue(7, true, "T took longer than 2.0 s (@TimeLimit)")),
                turn.overdue(7, "T", CONFIGURED, true, 2_100));
    }

    /** The worker has said that it is through, and waits for its fork to be put in order, say. */
    @Example
    void aClassThatDoesNotRunAnyMoreTakesNoTime() {
        assertEquals(Optional.empty(), new Turn(0, 0, 0).overdue(7, "T", CONFIGURED, false, 60_000));
    }

    @Example
    void theTestIsToBlameBeforeItsClass() {
        Turn turn = new Turn(0, 0, 0);
        turn.inFlight().started(test(), 0);
        assertFalse(turn.overdue(7, "T", CONFIGURED, true, 60_000).orElseThrow().wholeClass());
    }

    @Example
    void aClassMayLiftTheLimitsOfTheBuild() {
        Turn turn = new Turn(0, 0, 0);
        turn.inFlight().started(test(), 0);
        turn.limit(new TimeLimited(0, 0));
        assertEquals(Optional.empty(), turn.overdue(7, "T", CONFIGURED, true, Long.MAX_VALUE));
    }

    @Property
    void nothingIsOverdueBeforeItsLimitAndEverythingAfterIt(
            @ForAll @LongRange(max = 1L << 40) long since,
            @ForAll @LongRange(min = 1, max = 1L << 31) long limit,
            @ForAll @LongRange(max = 1L << 32) long passed) {
        Turn turn = new Turn(since, 0, 0);
        boolean late = passed >= limit;
        assertEquals(
                late,
                turn.overdue(1, "T", new Limits(0, limit, 0), true, since + passed)
                        .isPresent());
        turn.inFlight().started(test(), since);
        assertEquals(
                late,
                turn.overdue(1, "T", new Limits(limit, 0, 0), true, since + passed)
                        .isPresent());
    }

    @Example
    void aSecondChanceIsProgressAndSoIsAResult() {
        Turn turn = new Turn(0, 3, 1);
        assertFalse(turn.hasMoved(3, 1));
        assertTrue(turn.hasMoved(4, 1));
        assertTrue(turn.hasMoved(3, 2));
    }

    @Example
    void whatBeganInItIsRemembered() {
        Turn turn = new Turn(0, 0, 0);
        assertFalse(turn.hasBegun() || turn.hasBegunATest() || turn.hasFailed());
        turn.begun();
        assertTrue(turn.hasBegun());
        assertFalse(turn.hasBegunATest(), "a container");
        turn.testBegun();
        turn.failed();
        assertTrue(turn.hasBegunATest() && turn.hasFailed());
    }

    private static TestReport test() {
        return new TestReport(false, 1, "T", null, "t", null, null, null, null, Map.of(), null, "[e]/t");
    }
}
