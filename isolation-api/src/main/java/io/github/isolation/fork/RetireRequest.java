package io.github.isolation.fork;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A test's wish that its worker be replaced, until somebody takes it. Lives in the worker, between the API and its glue. */
public final class RetireRequest {
    private static final AtomicReference<@Nullable String> WHY = new AtomicReference<>();

    private RetireRequest() {}

    /** Leaves the wish; the first reason stays. */
    public static void make(String why) {
        WHY.compareAndSet(null, why);
    }

    /** The reason, which is gone from here with that; null if nobody asked. */
    public static @Nullable String take() {
        return WHY.getAndSet(null);
    }
}
