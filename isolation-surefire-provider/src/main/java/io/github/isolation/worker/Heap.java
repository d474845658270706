package io.github.isolation.worker;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** How full the heap is, for those who want to replace workers that fill up. */
final class Heap {
    private static final int NOT_ASKED = -1;

    private final @Nullable String limit;
    private final Guard guard;
    private final IntSupplier used;

    /** @param limit in percent, as the user writes it: the supervisor decides, this only measures */
    Heap(@Nullable String limit, Guard guard) {
        this(limit, guard, Heap::used);
    }

    /** @param used measures it, in percent */
    Heap(@Nullable String limit, Guard guard, IntSupplier used) {
        this.limit = limit;
        this.guard = guard;
        this.used = used;
    }

    /** In percent of the maximum, after a collection if it looks full; -1 if nobody wants to know, or it cannot be told. */
    int percent() {
        try {
            return measured();
        } catch (RuntimeException | Error e) {
            guard.failed("measure its heap", e);
            return NOT_ASKED;
        }
    }

    private int measured() {
        if (limit == null || limit.isBlank()) {
            return NOT_ASKED;
        }
        int now = used.getAsInt();
        if (now <= Integer.parseInt(limit.replace("%", "").strip())) {
            return now;
        }
        System.gc(); // garbage is no reason to retire
        return used.getAsInt();
    }

    private static int used() {
        Runtime runtime = Runtime.getRuntime();
        return (int) (100 * (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory());
    }
}
