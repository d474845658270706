package io.github.isolation.report;

import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.Event.Logged;
import io.github.isolation.protocol.Event.Reported;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.ReportKind;
import io.github.isolation.protocol.TestReport;
import io.github.isolation.protocol.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps the events of a class together. Surefire files everything between the start and the end of a test set under that
 * set, so with more than one worker a class is held until it is done; with one worker nothing can mix, and everything is
 * told as it happens. One thread's.
 */
public final class TestSets {
    /** What all classes that run may keep in memory, in bytes. */
    private static final long MEMORY = 12 << 20;

    /** Hears that what a class prints cannot be kept any more. */
    public interface LossListener {
        /**
         * May hold an event of that class at once: its set is still open.
         *
         * @param set the end of that set
         * @param why the place, and what is wrong with it
         */
        void lost(long run, TestReport set, String why);
    }

    private final SurefireSink sink;
    private boolean live;
    private final Path directory;
    private final LossListener losses;
    private final MemoryBudget budget = new MemoryBudget(MEMORY);
    private final Map<Long, Spool> held = new HashMap<>();
    private final Set<Long> lossesTold = new HashSet<>();

    /**
     * Relays at once if {@code live}.
     *
     * @param directory where files are made for what finds no room in memory
     */
    public TestSets(SurefireSink sink, boolean live, Path directory, LossListener losses) {
        this.sink = sink;
        this.live = live;
        this.directory = directory;
        this.losses = losses;
    }

    /** Tells nothing as it happens. */
    public void holdAll() {
        live = false;
    }

    /** Forgets what was held for a class: Maven is to hear nothing of it. */
    public void discard(long run) {
        Spool spool = held.remove(run);
        if (spool != null) {
            try {
                spool.close();
            } catch (IOException e) {
                // The file goes when this JVM does.
            }
        }
    }

    /** Takes events of a class. */
    public void hold(long run, List<Event> events) {
        if (live) {
            events.forEach(sink::tell);
            return;
        }
        for (Event event : events) {
            hold(run, event);
        }
    }

    private void hold(long run, Event event) {
        Spool spool = held.computeIfAbsent(run, key -> new Spool(budget, directory.resolve("held-" + run + ".events")));
        boolean kept = spool.add(event);
        String failure = spool.failure();
        // An error has its place in the test set, and this is the last moment for it.
        if (failure != null
                && event instanceof Reported set
                && set.kind() == ReportKind.SET_COMPLETED
                && lossesTold.add(run)) {
            losses.lost(run, set.report(), failure);
        }
        if (!kept) {
            spool.addResult(event);
        }
    }

    /** Tells Maven what was held for a class that is done. */
    public void release(long run) {
        Spool spool = held.remove(run);
        if (spool != null) {
            if (spool.failure() != null && lossesTold.add(run)) {
                sink.tell(lossOutsideOfSets(spool.failure()));
            }
            Set<String> told = new TreeSet<>();
            try {
                spool.drainTo(event -> {
                    note(event, told);
                    sink.tell(event);
                });
            } catch (IOException e) {
                String line = "isolation: results of " + (told.isEmpty() ? "a class" : String.join(", ", told))
                        + " are lost. They waited in " + directory + ", from where they cannot be read: " + e;
                sink.tell(new Logged(LogLevel.ERROR, line, new Trace(line, null, line + "\n")));
            }
        }
    }

    /** No test set has ended that could take the error: what was printed belongs to none, or its set ends elsewhere. */
    private static Logged lossOutsideOfSets(String why) {
        String line =
                "isolation: what was printed outside of test sets is lost from some point on. While classes run in several"
                        + " forks, what they print waits in a file, and that cannot be written. Make room there: "
                        + why;
        return new Logged(
                LogLevel.ERROR, line, new Trace(line, null, "io.github.isolation.OutputLost: " + line + "\n"));
    }

    /** Tells Maven all that is held, of classes that will never be done. */
    public void releaseAll() {
        List.copyOf(held.keySet()).forEach(this::release);
    }

    private static void note(Event event, Set<String> told) {
        if (event instanceof Reported reported && reported.kind() == ReportKind.SET_STARTING) {
            told.add(String.valueOf(reported.report().source()));
        }
    }
}
