package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The test sets of one class that are open, and those kept open across a crash, so that Maven sees one set per class however
 * many workers it took. Surefire up to 3.5 opens a set for each {@code @Nested} class inside the outer one;
 * 3.6 opens one for the class.
 */
public final class OpenSets {
    private final Deque<TestReport> open = new ArrayDeque<>();
    /** Outermost first: the order in which a replacement opens them again. */
    private final Deque<TestReport> suspended = new ArrayDeque<>();

    private long openedAt;
    private boolean everOpened;

    /** What Maven is to hear of the start of a set: nothing, if it believes the set to be open still. */
    public List<Event> starting(TestReport report, long nowMillis) {
        TestReport waiting = suspended.peekFirst();
        if (waiting != null && Objects.equals(waiting.source(), report.source())) {
            open.push(suspended.removeFirst());
            return List.of();
        }
        List<Event> out = giveUpSuspended(nowMillis);
        if (open.isEmpty()) {
            openedAt = nowMillis;
        }
        open.push(report);
        everOpened = true;
        out.add(new Reported(ReportKind.SET_STARTING, report));
        return out;
    }

    /** What Maven is to hear of the end of a set. */
    public List<Event> completed(TestReport report, long nowMillis) {
        List<Event> out = giveUpSuspended(nowMillis);
        TestReport opening = open.poll();
        // A resumed set is as old as its first start, and keeps the run id Maven knows it by.
        out.add(
                opening != null && opening.runId() != report.runId()
                        ? completed(report.withRunId(opening.runId()), nowMillis, open.isEmpty())
                        : new Reported(ReportKind.SET_COMPLETED, report));
        return out;
    }

    /** The end of a set that does not end it: more of it is to come from whoever opens it next. */
    public List<Event> keepOpen() {
        if (!open.isEmpty()) {
            suspended.addFirst(open.pop());
        }
        return List.of();
    }

    /** After a death: keeps all sets for whoever goes on with the class. */
    public void suspend() {
        while (!open.isEmpty()) {
            suspended.addFirst(open.pop());
        }
    }

    /** Closes what is open, from the inside out. */
    public List<Event> close(long nowMillis) {
        suspend();
        return giveUpSuspended(nowMillis);
    }

    /** Nobody is going to open these again. */
    private List<Event> giveUpSuspended(long nowMillis) {
        List<Event> out = new ArrayList<>();
        while (!suspended.isEmpty()) {
            out.add(completed(suspended.removeLast(), nowMillis, true));
        }
        return out;
    }

    private Event completed(TestReport report, long nowMillis, boolean sinceOpened) {
        return new Reported(
                ReportKind.SET_COMPLETED, sinceOpened ? report.withElapsedMillis(elapsed(nowMillis)) : report);
    }

    /** The run id of the innermost open set. */
    @Nullable
    public Long currentRunId() {
        TestReport current = open.isEmpty() ? suspended.peekLast() : open.peek();
        return current == null ? null : current.runId();
    }

    public boolean isOpen() {
        return !suspended.isEmpty() || !open.isEmpty();
    }

    public boolean everOpened() {
        return everOpened;
    }

    private int elapsed(long nowMillis) {
        return (int) Math.max(0, nowMillis - openedAt);
    }
}
