package io.github.isolation.worker;

import io.github.isolation.fork.AtStart;

/** How full the heap is, for those who want to replace workers that fill up. */
final class Heap {
    /** The system property that asks for it; the supervisor decides, this only measures. */
    private static final String ASKED = "isolation.retireAboveHeap";

    private static final int NOT_ASKED = -1;

    private Heap() {}

    /** In percent of the maximum, after a collection if it looks full; -1 if nobody wants to know, or it cannot be told. */
    static int percent() {
        try {
            return measured();
        } catch (RuntimeException | Error e) {
            Guard.failed("measure its heap", e);
            return NOT_ASKED;
        }
    }

    private static int measured() {
        String limit = AtStart.property(ASKED);
        if (limit == null || limit.isBlank()) {
            return NOT_ASKED;
        }
        int now = used();
        if (now <= Integer.parseInt(limit.replace("%", "").strip())) {
            return now;
        }
        System.gc(); // garbage is no reason to retire
        return used();
    }

    private static int used() {
        Runtime runtime = Runtime.getRuntime();
        return (int) (100 * (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory());
    }
}
