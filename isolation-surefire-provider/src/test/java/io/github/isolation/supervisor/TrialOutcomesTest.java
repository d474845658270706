package io.github.isolation.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.trial.Outcome;
import io.github.isolation.trial.TestRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept of the results of a trial. */
class TrialOutcomesTest {
    private final TrialOutcomes outcomes = new TrialOutcomes(test -> true);

    private static Event result(ReportKind kind, String name) {
        return new Reported(
                kind, new TestReport(false, 1, "a.A", null, name, null, null, 1, null, Map.of(), "a.A", null));
    }

    /** As invocations of one method have, where an engine has no ids. */
    @Test
    void ofSeveralResultsOfOneNameAFailureStays() {
        outcomes.take(List.of(
                result(ReportKind.SUCCEEDED, "sums"),
                result(ReportKind.FAILED, "sums"),
                result(ReportKind.SUCCEEDED, "sums"),
                result(ReportKind.SKIPPED, "skips")));
        assertEquals(
                Map.of(
                        new TestRef("", "a.A", "sums"), Outcome.FAILED,
                        new TestRef("", "a.A", "skips"), Outcome.SKIPPED),
                outcomes.all());
    }
}
