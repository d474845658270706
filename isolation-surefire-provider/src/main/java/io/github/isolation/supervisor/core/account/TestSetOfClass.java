package io.github.isolation.supervisor.core.account;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one test set that Maven sees of a class, however many workers have a part in it. Each part is held by itself and opens and
 * closes a set; told one after the other, only the first of these openings is left, and the end comes when all is over. Of a
 * class in one piece nothing is changed.
 */
public final class TestSetOfClass {
    private final long key;
    private final Set<Long> openingOrder = new LinkedHashSet<>();
    private @Nullable TestReport opening;
    private @Nullable TestReport closing;
    private long openedAt;

    /** The key of what is said at the end. */
    public TestSetOfClass(long key) {
        this.key = key;
    }

    public long key() {
        return key;
    }

    /** The parts in the order in which they opened it. */
    public Set<Long> openingOrder() {
        return openingOrder;
    }

    /** What is left of the events of a part. Asked for every event, so of a class in one piece nothing is copied. */
    public List<Event> of(long part, List<Event> events, boolean divided, long nowMillis) {
        List<Event> told = divided ? new ArrayList<>(events.size()) : events;
        for (Event event : events) {
            boolean opens = event instanceof Reported set && opens(part, set, nowMillis);
            boolean swallowed = divided && !opens && event instanceof Reported set && isSwallowed(set);
            if (divided && !swallowed) {
                told.add(event);
            }
        }
        return told;
    }

    /** Notes that a part opens a set; says whether it is the first. */
    private boolean opens(long part, Reported event, long nowMillis) {
        if (event.kind() != ReportKind.SET_STARTING) {
            return false;
        }
        openingOrder.add(part);
        boolean first = opening == null;
        if (first) {
            opening = event.report();
            openedAt = nowMillis;
        }
        return first;
    }

    private boolean isSwallowed(Reported event) {
        boolean ends = event.kind() == ReportKind.SET_COMPLETED && isOpening(event.report());
        closing = ends ? event.report() : closing;
        return ends || (event.kind() == ReportKind.SET_STARTING && isOpening(event.report()));
    }

    private boolean isOpening(TestReport set) {
        return opening != null && Objects.equals(opening.source(), set.source());
    }

    /** The end of the set, unless its only part has told it. */
    public List<Event> end(long nowMillis) {
        TestReport first = opening;
        TestReport last = closing;
        if (first == null || last == null) {
            return List.of();
        }
        closing = null;
        int elapsed = (int) Math.max(0, nowMillis - openedAt);
        return List.of(new Reported(
                ReportKind.SET_COMPLETED, last.withRunId(first.runId()).withElapsedMillis(elapsed)));
    }
}
