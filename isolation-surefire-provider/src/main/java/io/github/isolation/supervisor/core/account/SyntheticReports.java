package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.PlannedTest;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.UniqueIds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The reports of a class that no worker wrote: errors of tests whose worker is gone. Each is entered in its books. */
public final class SyntheticReports {
    private final ClassAccount account;
    private final TestBook tests;

    public SyntheticReports(ClassAccount account, TestBook tests) {
        this.account = account;
        this.tests = tests;
    }

    /** A test of which Maven has not heard; the class itself, if it has no name. */
    public TestReport entry(String source, @Nullable String test) {
        long runId = account.freshRunIds().getAsLong();
        return account.failures()
                .asAttempt(
                        new TestReport(false, runId, source, null, test, null, null, 0, null, Map.of(), source, null));
    }

    /**
     * The errors of tests whose worker died. One that another of them is in, such as a feature of Spock's with the iteration
     * that was running, did not crash itself: it stands for what was left of it.
     */
    public List<Event> inFlight(List<TestReport> tests, CrashReport crash) {
        Set<String> ids =
                tests.stream().map(TestReport::id).filter(Objects::nonNull).collect(Collectors.toSet());
        UniqueIds all = UniqueIds.of(ids);
        return tests.stream()
                .map(test ->
                        error(test, test.id(), test.id() != null && all.areIn(test.id()) ? crash.forTheRest() : crash))
                .toList();
    }

    /** The error of a test that did not begin. */
    public Event error(PlannedTest test, CrashReport crash) {
        return error(entry(test.sourceOr(account.className()), test.name()), test.id(), crash);
    }

    /** The error of a class whose tests could not be found. No failure that another attempt might mend. */
    public Event undiscoverable(TestReport test, CrashReport why) {
        return new Reported(ReportKind.ERROR, test.withTrace(why.traceFor(test.inClass(), test.name())));
    }

    /** The error of a test, with the id it has, if it has one. */
    public Event error(TestReport test, @Nullable String id, CrashReport crash) {
        TestReport report = test.withTrace(crash.traceFor(test.inClass(), test.name()));
        tests.reported(id);
        account.failures().add(id, report);
        return new Reported(ReportKind.ERROR, report);
    }
}
