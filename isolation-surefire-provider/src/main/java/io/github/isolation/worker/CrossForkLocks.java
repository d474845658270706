package io.github.isolation.worker;

import io.github.isolation.fork.LockMode;
import io.github.isolation.fork.SharedLocks;
import io.github.isolation.protocol.Event;
import io.github.isolation.protocol.LogLevel;
import io.github.isolation.protocol.Trace;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the resource locks of JUnit hold across forks as well: {@code @ResourceLock}, {@code @Isolated}, and whatever else
 * an engine declares as an exclusive resource of a test.
 *
 * <p>The launcher's listeners are called in the thread that is about to run a test, before it does, so waiting there keeps
 * the test waiting; and before the supervisor hears of the test, so its time does not run yet. The locks are taken in two
 * steps at most, and in the order of their names: that of {@code @Isolated}, which sorts first, by each top-level class;
 * then all that a class or method needs, with everything below it, at the outermost of them that needs any. Where JUnit
 * runs tests of one worker in parallel, all is taken by the top-level class: a thread may run a second test while it
 * waits for a first.
 */
final class CrossForkLocks {
    /** The lock of {@code @Isolated}. Sorts before all others. */
    static final String ISOLATED = "";

    /** Where locks are taken. */
    interface Source {
        /** Waits until all of these are taken; who closes it gives them back. */
        Closeable take(SortedMap<String, LockMode> wanted) throws IOException;
    }

    private final ToSupervisor supervisor;
    private final Source locks;
    private final String fork;

    /** What descriptors want: written at discovery, read while they run. */
    private final Map<String, SortedMap<String, LockMode>> wanted = new ConcurrentHashMap<>();

    private final Map<String, Closeable> held = new ConcurrentHashMap<>();
    private boolean atOnce;

    CrossForkLocks(ToSupervisor supervisor, Source locks, String fork) {
        this.supervisor = supervisor;
        this.locks = locks;
        this.fork = fork;
    }

    /** Those of this worker; null if nobody asked for them. */
    static @Nullable CrossForkLocks ifAsked(WorkerSettings settings, ToSupervisor supervisor) {
        if (!settings.crossForkLocks()) {
            return null;
        }
        SharedLocks shared = SharedLocks.here(settings.layout(), settings.fork());
        return new CrossForkLocks(supervisor, wishes -> shared.acquire(wishes)::release, settings.fork());
    }

    /** A test, class or container was discovered that wants these while it runs. */
    void discovered(String id, SortedMap<String, LockMode> wishes) {
        if (!wishes.isEmpty()) {
            wanted.put(id, wishes);
        }
    }

    /** A plan is about to be executed. */
    void begin(boolean parallel) {
        atOnce = parallel;
    }

    /** A plan has been executed. */
    void end() {
        wanted.clear();
    }

    /** Takes what this test, class or container needs; waits for it. */
    void before(String id, boolean topLevel) {
        SortedMap<String, LockMode> all = new TreeMap<>();
        wanted.forEach((wanting, names) -> {
            if (wanting.equals(id) || wanting.startsWith(id + "/")) {
                names.forEach((name, mode) -> all.merge(name, mode, LockMode::and));
            }
        });
        LockMode isolated = all.getOrDefault(ISOLATED, LockMode.READ);
        all.remove(ISOLATED);
        SortedMap<String, LockMode> now = new TreeMap<>();
        if (topLevel) {
            now.put(ISOLATED, isolated);
        }
        if (isWanting(id) || (topLevel && atOnce)) {
            now.putAll(all);
        }
        if (!now.isEmpty()) {
            take(id, now);
        }
    }

    /** Gives back what {@link #before} took. */
    void after(String id) {
        Closeable taken = held.remove(id);
        if (taken != null) {
            try {
                taken.close();
            } catch (IOException | RuntimeException e) {
                tell("cannot give back the locks of " + id, e);
            }
        }
    }

    private boolean isWanting(String id) {
        SortedMap<String, LockMode> own = wanted.get(id);
        return own != null && !(own.size() == 1 && own.containsKey(ISOLATED));
    }

    private void take(String id, SortedMap<String, LockMode> now) {
        boolean interrupted = Thread.interrupted(); // by a test before this one, which would close the file of the lock
        try {
            held.put(id, locks.take(now));
        } catch (IOException | RuntimeException | LinkageError e) {
            tell("runs " + id + " without the locks " + now.keySet(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A listener cannot fail a test; a trace on the console fails the build. */
    private void tell(String what, Throwable e) {
        String message = "isolation: fork " + fork + " " + what + ": " + e;
        supervisor.tell(new Event.Logged(LogLevel.ERROR, message, new Trace(message, null, message + "\n")));
    }
}
