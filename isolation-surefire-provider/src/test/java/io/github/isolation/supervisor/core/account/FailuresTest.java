package io.github.isolation.supervisor.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
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

    private static TestReport report(long runId, @Nullable String id) {
        return new TestReport(false, runId, "Outer", null, "test", null, null, 1, null, Map.of(), null, id);
    }
}
