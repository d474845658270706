package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The run ids of one worker, which counts its own from the start, as ids that are unique in the whole fork. Surefire makes
 * them of the number of a class and the number of a test in it, 32 bits each: so the classes are counted anew here, and
 * nothing is kept for a test.
 */
final class RunIds {
    private static final long OF_TEST = 0xffff_ffffL;

    private final LongSupplier fresh;
    private final Map<Long, Long> classes = new HashMap<>();

    RunIds(LongSupplier fresh) {
        this.fresh = fresh;
    }

    /** A new worker begins to count, or one that is going to use the same ids for other tests. */
    void forget() {
        classes.clear();
    }

    Event translate(Event event) {
        if (event instanceof Reported r) {
            return new Reported(r.kind(), r.report().withRunId(unique(r.report().runId())));
        }
        if (event instanceof Printed p && p.runId() != null) {
            return new Printed(p.text(), p.stdout(), p.newLine(), p.rerun(), unique(p.runId()), p.stack());
        }
        return event;
    }

    /** What is counted for us alone has nothing in the upper half, so it is none of these. */
    private long unique(long workers) {
        long ours = classes.computeIfAbsent(workers >>> Integer.SIZE, number -> fresh.getAsLong());
        return (ours << Integer.SIZE) | (workers & OF_TEST);
    }
}
