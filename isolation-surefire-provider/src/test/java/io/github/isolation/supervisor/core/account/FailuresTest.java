package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which first attempt a re-run belongs to. Surefire 3.6 reports what is nested under the class around it. */
class FailuresTest {
    private final Failures first = new Failures(FirstAttempt.none(), 2);

    @Test
    void testsOfTheSameNameInAClassAndInOneNestedInItAreToldApart() {
        first.add("outer/test()", report(1, null));
        first.add("outer/inner/test()", report(2, null));
        Failures again = new Failures(first.attempt(new UniqueIds(), new Identities()), 2);

        assertEquals(2, again.asAttempt(report(11, "outer/inner/test()")).runId());
        assertEquals(1, again.asAttempt(report(12, "outer/test()")).runId());
        // Results come without the unique id.
        assertEquals(2, again.asAttempt(report(11, null)).runId());
        assertEquals(1, again.asAttempt(report(12, null)).runId());
    }

    @Test
    void whatHasNoUniqueIdIsKnownByItsName() {
        first.add(null, report(1, null));
        assertEquals(
                1,
                new Failures(first.attempt(new UniqueIds(), new Identities()), 2)
                        .asAttempt(report(11, null))
                        .runId());
    }

    @Test
    void whatDidNotFailBeforeKeepsItsRunId() {
        assertEquals(
                11,
                new Failures(first.attempt(new UniqueIds(), new Identities()), 2)
                        .asAttempt(report(11, "new"))
                        .runId());
    }

    @Test
    void ofWhatIsNotTriedAgainNothingIsRemembered() {
        Failures last = new Failures(FirstAttempt.none(), 0);
        last.add("a test of a quarter of a million", report(1, null));
        assertTrue(last.any());
        assertEquals(Set.of(), last.ids());
    }

    @Test
    void whatATestPrintsGoesWhereItsResultGoes() {
        first.add("outer/test()", report(1, null));
        Failures again = again();
        again.asAttempt(report(11, "outer/test()"));
        assertEquals(new Printed("text", true, true, true, 1L, null), again.asAttempt(printed(11L)));
        assertEquals(new Printed("text", true, true, true, 12L, null), again.asAttempt(printed(12L)), "of another");
        assertEquals(printed(null), again.asAttempt(printed(null)), "of nobody");
        assertEquals(printed(11L), first.asAttempt(printed(11L)), "the first attempt is what it is");
    }

    @Test
    void aFailureOfTheClassIsTriedAgainWithAllOfIt() {
        first.add("outer/test()", report(1, null));
        first.add(null, report(2, null));
        assertEquals(Set.of(), first.ids());
        assertTrue(first.deservesAnother(2));
    }

    @Test
    void whatPassedIsDoneAndWhatFailedIsNot() {
        first.add("outer/test()", report(1, null));
        FirstAttempt attempt = first.attempt(UniqueIds.of(List.of("outer/test()", "outer/other()")), new Identities());
        assertEquals(Set.of("outer/other()"), attempt.done().all());
        assertEquals(1, attempt.number());
        assertEquals("Outer.test", attempt.names().get("outer/test()"));
    }

    @Test
    void whatIsNotTriedAgainIsNamed() {
        first.add("outer/test()", report(1, null));
        Failures again = again();
        assertEquals(List.of(), again.notTriedAgain(UniqueIds.of(List.of("outer/test()"))));
        Logged line = (Logged) again.notTriedAgain(new UniqueIds()).get(0);
        assertEquals(
                "isolation: Outer.test failed, and was not tried again: no test of that name came up in another JVM. It stays a"
                        + " failure.",
                line.message());
    }

    @Test
    void attemptsAreCountedAndEndWhenThereWereAsManyAsAllowed() {
        first.add("outer/test()", report(1, null));
        assertEquals(1, first.number());
        assertFalse(first.isRerun());
        Failures second = again();
        assertFalse(second.deservesAnother(2), "nothing failed in it so far");
        second.add("outer/test()", report(11, null));
        assertEquals(2, second.number());
        assertTrue(second.isRerun());
        assertTrue(second.deservesAnother(2));
        Failures third = new Failures(second.attempt(new UniqueIds(), new Identities()), 2);
        third.add("outer/test()", report(21, null));
        assertFalse(third.deservesAnother(2));
        assertEquals(1, third.asAttempt(report(21, "outer/test()")).runId(), "that of the first");
    }

    private Failures again() {
        return new Failures(first.attempt(new UniqueIds(), new Identities()), 2);
    }

    private static Printed printed(@Nullable Long runId) {
        return new Printed("text", true, true, false, runId, null);
    }

    private static TestReport report(long runId, @Nullable String id) {
        return new TestReport(false, runId, "Outer", null, "test", null, null, 1, null, Map.of(), null, id);
    }
}
