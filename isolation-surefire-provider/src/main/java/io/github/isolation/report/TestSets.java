package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the events of a class together. Surefire files everything between the start and the end of a test set under that
 * set, so with more than one worker a class is held until it is done; with one worker nothing can mix, and everything is
 * told as it happens. One thread's.
 */
public final class TestSets {
    /** What one class may keep in memory, in bytes; the supervisor has 64 MiB for all of its classes. */
    private static final int MEMORY_PER_CLASS = 1 << 20;

    private final SurefireSink sink;
    private final boolean live;
    private final Map<Long, Spool> held = new HashMap<>();

    /** Relays at once if {@code live}. */
    public TestSets(SurefireSink sink, boolean live) {
        this.sink = sink;
        this.live = live;
    }

    /** Takes events of a class. */
    public void hold(long run, List<Event> events) {
        if (live) {
            events.forEach(sink::tell);
            return;
        }
        try {
            Spool spool = held.computeIfAbsent(run, key -> new Spool(MEMORY_PER_CLASS));
            for (Event event : events) {
                spool.add(event);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the events of a running class in a temporary file", e);
        }
    }

    /** Tells Maven what was held for a class that is done. */
    public void release(long run) {
        Spool spool = held.remove(run);
        if (spool != null) {
            try {
                spool.drainTo(sink::tell);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read back the events of a class that is done", e);
            }
        }
    }
}
