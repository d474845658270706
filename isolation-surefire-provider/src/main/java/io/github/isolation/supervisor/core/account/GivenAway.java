package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tests of a slice that others have. Surefire reports all that is planned in a class that is left out or aborted, and these were planned before they were
 * given away; under the id of the class, so they are known by their names.
 */
final class GivenAway {
    private final Set<String> names = new HashSet<>();

    void add(List<PlannedTest> tests, String className) {
        tests.forEach(test -> names.add(test.sourceOr(className) + "#" + test.name()));
    }

    /** Whether this says of one of them that it did not run here: its result is told by whoever has it. */
    boolean isOfOne(Reported reported, InFlight inFlight) {
        TestReport report = reported.report();
        boolean didNotRun = reported.kind() == ReportKind.SKIPPED || reported.kind() == ReportKind.ABORTED;
        return didNotRun && names.contains(report.inClass() + "#" + report.name()) && !inFlight.has(report);
    }
}
