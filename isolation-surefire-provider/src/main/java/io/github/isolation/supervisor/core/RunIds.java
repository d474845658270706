package io.github.isolation.supervisor.core;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Printed;
import io.github.isolation.protocol.Event.Reported;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The run ids of one worker, which counts its own from the start, as ids that are unique in the whole fork. */
final class RunIds {
    private final LongSupplier fresh;
    private final Map<Long, Long> known = new HashMap<>();

    RunIds(LongSupplier fresh) {
        this.fresh = fresh;
    }

    /** A new worker begins to count. */
    void forget() {
        known.clear();
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

    private long unique(long workers) {
        return known.computeIfAbsent(workers, id -> fresh.getAsLong());
    }
}
