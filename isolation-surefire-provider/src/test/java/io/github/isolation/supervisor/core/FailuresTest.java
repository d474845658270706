package io.github.isolation.supervisor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which first attempt a re-run belongs to. Surefire 3.6 reports what is nested under the class around it. */
class FailuresTest {
    private final Failures first = new Failures(FirstAttempt.none());

    @Test
    void testsOfTheSameNameInAClassAndInOneNestedInItAreToldApart() {
        first.add("outer/test()", report(1, null));
        first.add("outer/inner/test()", report(2, null));
        Failures again = new Failures(first.attempt(new UniqueIds()));

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
                new Failures(first.attempt(new UniqueIds()))
                        .asAttempt(report(11, null))
                        .runId());
    }

    @Test
    void whatDidNotFailBeforeKeepsItsRunId() {
        assertEquals(
                11,
                new Failures(first.attempt(new UniqueIds()))
                        .asAttempt(report(11, "new"))
                        .runId());
    }

    private static TestReport report(long runId, @Nullable String id) {
        return new TestReport(false, runId, "Outer", null, "test", null, null, 1, null, Map.of(), null, id);
    }
}
