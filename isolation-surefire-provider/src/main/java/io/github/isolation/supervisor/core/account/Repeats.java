package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Planned;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import io.github.isolation.protocol.UniqueIds;
import java.util.List;

/**
 * Tests that run again although they have their result, in a replacement or beside those that are tried again: some engines
 * make tests while they run, and know no way to leave out some of them. The first result stands, and nothing is counted
 * twice.
 */
public final class Repeats {
    private final UniqueIds done;
    private boolean said;

    /** When these have a result from an attempt before. */
    public Repeats(UniqueIds done) {
        this.done = done;
    }

    /**
     * Whether this report is of a test that has its result, or that was not asked for when others are tried again.
     *
     * @param inFlight what runs; what runs again is in flight like others
     */
    public boolean contain(Reported event, Selection selection, InFlight inFlight, long nowMillis) {
        ReportKind kind = event.kind();
        TestReport report = event.report();
        boolean one = report.id() != null && isOne(report.id(), selection);
        if (kind == ReportKind.STARTING && one) {
            inFlight.startedAgain(report, nowMillis);
            return true;
        }
        // A skip has no start. Whatever else has none may be a failure of the class, under the id of its last test.
        return kind.isResult() && (inFlight.endedAgain(report) || (kind == ReportKind.SKIPPED && one));
    }

    /** A plan without them: nobody waits for their results. */
    public Event without(Event event, Selection selection) {
        return event instanceof Planned plan
                ? new Planned(plan.tests().stream()
                        .filter(test -> !isOne(test.id(), selection))
                        .toList())
                : event;
    }

    /** Whether a test runs again, or belongs to others, by its unique id. */
    public boolean isOne(String id, Selection selection) {
        return selection.isUnasked(id) || done.contains(id);
    }

    /** What is said of a result that comes while no class is in hand: it counts, nobody asked for it, and so it fails the build. */
    public static Event unasked(TestReport report) {
        String line = "isolation: a result of " + report.inClass() + "." + report.name()
                + " came from a worker that had no class in hand. It counts, and the build fails.";
        return new Logged(LogLevel.ERROR, line, new Trace(line, null, "io.github.isolation.Unasked: " + line + "\n"));
    }

    /** What Maven is to be told in place of such a report: one line for each class. */
    public List<Event> notice(TestReport report) {
        if (said) {
            return List.of();
        }
        said = true;
        String line = "isolation: tests of " + report.source() + " run again although they have their result ("
                + report.name() + ", for one): its engine cannot leave them out. The first result of each counts.";
        return List.of(new Logged(LogLevel.WARNING, line, null));
    }
}
